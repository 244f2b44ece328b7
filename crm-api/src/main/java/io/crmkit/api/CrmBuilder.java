package io.crmkit.api;

import io.crmkit.api.access.AccessPolicy;
import io.crmkit.api.module.CrmExtension;
import io.crmkit.api.relay.RelayOptions;
import io.crmkit.api.setting.Setting;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** Configures a CRM. Each call replaces what an earlier one said; not safe for many threads. */
public interface CrmBuilder {

  /** How the tables come to be. For SQL that others shall run, see {@link #scripts}. */
  enum Schema {
    /** Missing tables are made, older ones brought up to date. The default. */
    MIGRATE,
    /** Nothing is changed; the start fails unless the tables are up to date. */
    VALIDATE
  }

  /** Who does durable work: delivers events, fires timers. */
  enum Delivery {
    /** Threads of CrmKit's own, soon after each commit. The default. */
    BACKGROUND,
    /** The host, by calling {@link Crm#deliver()} and {@link Crm#fireDue()}. */
    MANUAL
  }

  /** Keeps everything in memory, for tests. The default. */
  CrmBuilder inMemory();

  /** Keeps everything in the host's database: H2, MariaDB or PostgreSQL. Give a pool. */
  CrmBuilder dataSource(DataSource dataSource);

  CrmBuilder schema(Schema mode);

  /**
   * Keeps the tables in this schema of the database (MariaDB says: in this database) instead of the
   * one that connections are in. Every statement names it, so that it does not matter where a
   * connection is, the host's own included; no connection is moved. If it is not there, {@link
   * Schema#MIGRATE} makes it.
   *
   * @param name as SQL has it without quotes: a word of letters, digits and underscores
   * @throws IllegalArgumentException if it is no such word
   */
  CrmBuilder schemaName(String name);

  /**
   * The SQL that makes the tables of all modules that would be opened, for a database whose account
   * may not make tables. Nothing is opened, and no database is asked.
   *
   * @throws io.crmkit.api.error.StartFailed if modules or their scripts are at fault
   */
  SchemaScripts scripts(DatabaseProduct product);

  CrmBuilder delivery(Delivery mode);

  /** How durable work is done on this node; {@link RelayOptions#standard()} by default. */
  CrmBuilder relay(RelayOptions options);

  /**
   * For how long a node may go on with definitions that another node has changed, such as which
   * modules are on for a tenant; five seconds by default. The node that changed them knows at once,
   * when its transaction is committed and it hears of that.
   */
  CrmBuilder staleness(Duration most);

  /**
   * For how long changes are kept in the change feed; 30 days by default. Whoever has not read for
   * longer must read in full again. The audit is not affected.
   */
  CrmBuilder changesKept(Duration kept);

  /**
   * How long idempotency keys and locked names are kept at least; 30 days by default. Older ones
   * are cleared in the background, or by {@link Crm#clearOld()}.
   *
   * @param time at least one day
   * @throws IllegalArgumentException if it is shorter
   */
  CrmBuilder keepKeys(Duration time);

  /** Where the time comes from; the system's clock by default. */
  CrmBuilder clock(InstantSource clock);

  /** Where ids come from; time-ordered UUIDs (version 7) by default. Must be thread-safe. */
  CrmBuilder ids(Supplier<UUID> ids);

  /** What each tenant's business takes for granted; {@link TenantProfile#standard()} by default. */
  CrmBuilder tenants(Function<TenantId, TenantProfile> profiles);

  /** Where modules are looked for; the thread's context class loader by default. */
  CrmBuilder classLoader(ClassLoader loader);

  /** Adds a module that no ServiceLoader names. */
  CrmBuilder module(CrmExtension module);

  /**
   * Chooses the value that a setting of some module has for tenants that choose none themselves.
   * The start fails if no loaded module declares the setting, or if it does not allow the value.
   */
  <T> CrmBuilder setting(Setting<T> setting, T value);

  /**
   * Gives the host's implementation of a port that some module calls. If no loaded module does, a
   * warning is logged: a host need not know which of its optional modules are there.
   */
  <P> CrmBuilder port(Class<P> port, P implementation);

  /**
   * Opens the CRM.
   *
   * @throws io.crmkit.api.error.StartFailed with every fault that was found
   */
  Crm open();

  /** Makes builders; found by ServiceLoader in crm-core. */
  interface Factory {
    CrmBuilder create(AccessPolicy policy);
  }
}
