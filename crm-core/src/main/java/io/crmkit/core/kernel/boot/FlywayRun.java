package io.crmkit.core.kernel.boot;

import io.crmkit.core.kernel.sql.Dialect;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.configuration.ClassicConfiguration;
import org.flywaydb.core.api.resolver.MigrationResolver;
import org.flywaydb.core.api.resolver.ResolvedMigration;
import org.flywaydb.core.api.resource.LoadableResource;
import org.flywaydb.core.internal.plugin.PluginRegister;
import org.jspecify.annotations.Nullable;

/**
 * Flyway, told once what is common to all modules; each module's history and scripts are given to
 * it in turn. A Flyway of its own for each module took several times as long, since each looks
 * through the class path, and copies its configuration through JSON.
 */
final class FlywayRun {

  private final Dialect dialect;
  private final Flyway flyway;
  private final ClassicConfiguration configuration;

  FlywayRun(Migrations.Tables place, Dialect dialect) {
    this.dialect = dialect;
    ClassicConfiguration common = new Common();
    common.setDataSource(place.dataSource());
    common.setBaselineOnMigrate(true);
    common.setBaselineVersionAsString("0");
    if (!place.schema().isCurrent()) {
      common.setDefaultSchema(place.schema().stored(dialect));
    }
    common.setCleanDisabled(true);
    common.setShouldCreateSchemas(false);
    common.setSkipDefaultCallbacks(true);
    common.setSkipDefaultResolvers(true);
    common.setResourceProvider(new Nothing());
    common.setJavaMigrationClassProvider(List::of);
    flyway = new Flyway(common);
    configuration = (ClassicConfiguration) flyway.getConfiguration();
    // Flyway looks for callbacks in db/callback: those would be the host's, for its own tables.
    configuration.setCallbacks(new Callback[0]);
    // A newer node may have gone on: that is for the changelog to say. What is pending is told by
    // validate, in words that do not speak of Flyway's options.
    configuration.setIgnoreMigrationPatterns("*:future", "*:pending");
  }

  /** Has it use other connections than those of the tables' place. */
  void through(DataSource connections) {
    configuration.setDataSource(connections);
  }

  /**
   * @param known whether there is a history to be checked first
   * @throws FlywayException telling what is wrong
   */
  void migrate(ModuleScripts module, boolean known) {
    turnTo(module);
    configuration.setValidateOnMigrate(known);
    flyway.migrate();
  }

  /**
   * @throws FlywayException unless every script was run, and none of them has changed since
   */
  void validate(ModuleScripts module) {
    turnTo(module);
    flyway.validate();
    MigrationInfo[] pending = flyway.info().pending();
    if (pending.length > 0) {
      throw new FlywayException(
          "migrations are pending: "
              + Arrays.stream(pending)
                  .map(m -> m.getVersion() + " " + m.getDescription())
                  .toList());
    }
  }

  private void turnTo(ModuleScripts module) {
    configuration.setTable(module.history());
    configuration.setResolvers(new Scripts(module, dialect));
  }

  /** A configuration whose parts are used as they are, since nobody else has them. */
  private static final class Common extends ClassicConfiguration {

    private final PluginRegister plugins =
        new PluginRegister() {
          @Override
          public PluginRegister getCopy() {
            return this;
          }
        };

    Common() {
      super(FlywayRun.class.getClassLoader());
    }

    @Override
    public PluginRegister getPluginRegister() {
      return plugins;
    }
  }

  private record Scripts(ModuleScripts module, Dialect dialect) implements MigrationResolver {

    @Override
    public Collection<ResolvedMigration> resolveMigrations(Context context) {
      return module.scripts().stream()
          .<ResolvedMigration>map(script -> new ScriptMigration(script, dialect))
          .toList();
    }
  }

  /** The scripts were found already. */
  private static final class Nothing implements ResourceProvider {

    @Override
    public @Nullable LoadableResource getResource(String name) {
      return null;
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
      return List.of();
    }
  }
}
