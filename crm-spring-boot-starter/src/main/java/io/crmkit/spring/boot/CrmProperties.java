package io.crmkit.spring.boot;

import io.crmkit.api.CrmBuilder;
import io.crmkit.api.relay.RelayOptions;
import io.crmkit.api.relay.RetryPolicy;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an application may set under {@code crmkit}. The defaults are those of {@link CrmBuilder}.
 *
 * @param enabled Whether there is a CRM at all.
 * @param storage Where the CRM keeps its data.
 * @param dataSource Name of the DataSource bean to use; needed only if there are several and none
 *     is primary.
 * @param schema How the tables come to be, and where they are.
 * @param delivery Who does durable work: threads of the CRM, or the application itself.
 * @param relay How durable work is done on this node.
 * @param staleness For how long this node may go on with definitions that another node has changed.
 * @param changesKept For how long changes are kept in the change feed.
 * @param keysKept For how long idempotency keys are kept at least; a day or longer.
 */
@ConfigurationProperties("crmkit")
public record CrmProperties(
    @DefaultValue("true") boolean enabled,
    @DefaultValue("DATA_SOURCE") Storage storage,
    @Nullable String dataSource,
    @DefaultValue SchemaProperties schema,
    @DefaultValue("BACKGROUND") CrmBuilder.Delivery delivery,
    @DefaultValue RelayProperties relay,
    @DefaultValue("5s") Duration staleness,
    @DefaultValue("30d") Duration changesKept,
    @DefaultValue("30d") Duration keysKept) {

  /** Where the CRM keeps its data. */
  public enum Storage {
    /** In the application's database. */
    DATA_SOURCE,
    /** In memory, for tests: nothing is kept, and Spring's transactions are not joined. */
    MEMORY
  }

  /**
   * The tables.
   *
   * @param mode Whether missing tables are made and older ones brought up to date, or only looked
   *     at.
   * @param name Schema of the database that holds the tables; the one that connections are in by
   *     default.
   */
  public record SchemaProperties(
      @DefaultValue("MIGRATE") CrmBuilder.Schema mode, @Nullable String name) {}

  /**
   * Durable work.
   *
   * @param workers How many deliveries and timers are worked on at once, 1 to 64; each needs a
   *     connection of the pool.
   * @param attempts How often failing work is tried before it is parked.
   * @param firstPause Pause after the first failure; it doubles with each.
   * @param longestPause Longest pause between two attempts.
   * @param parkedHead What a parked delivery does to those behind it; the same on all nodes.
   */
  public record RelayProperties(
      @DefaultValue("4") int workers,
      @DefaultValue("10") int attempts,
      @DefaultValue("1s") Duration firstPause,
      @DefaultValue("10m") Duration longestPause,
      @DefaultValue("HOLDS_ITS_QUEUE") RelayOptions.ParkedHead parkedHead) {

    /**
     * @throws IllegalArgumentException if a value is out of its range
     */
    RelayOptions options() {
      return new RelayOptions(
          workers, new RetryPolicy(attempts, firstPause, longestPause), parkedHead);
    }
  }

  /**
   * @throws IllegalArgumentException if a value is out of its range
   */
  void applyTo(CrmBuilder builder) {
    builder
        .schema(schema.mode())
        .delivery(delivery)
        .relay(relay.options())
        .staleness(staleness)
        .changesKept(changesKept)
        .keepKeys(keysKept);
    if (schema.name() != null) {
      builder.schemaName(schema.name());
    }
  }
}
