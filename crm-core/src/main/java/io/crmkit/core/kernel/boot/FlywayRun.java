package io.crmkit.core.kernel.boot;

import java.io.Reader;
import java.io.StringReader;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.configuration.ClassicConfiguration;
import org.flywaydb.core.api.resource.LoadableResource;
import org.flywaydb.core.internal.plugin.PluginRegister;
import org.jspecify.annotations.Nullable;

/**
 * Flyway, told once what is common to all modules; each module's history and scripts are given to
 * it in turn. A Flyway of its own for each module took several times as long, since each looks
 * through the class path, and copies its configuration through JSON.
 */
final class FlywayRun {

  private final Flyway flyway;
  private final ClassicConfiguration configuration;

  FlywayRun(DataSource dataSource, Map<String, String> placeholders) {
    ClassicConfiguration common = new Common();
    common.setDataSource(dataSource);
    common.setBaselineOnMigrate(true);
    common.setBaselineVersionAsString("0");
    common.setPlaceholders(placeholders);
    common.setCleanDisabled(true);
    common.setShouldCreateSchemas(false);
    common.setSkipDefaultCallbacks(true);
    common.setOutputQueryResults(false);
    common.setJavaMigrationClassProvider(List::of);
    flyway = new Flyway(common);
    configuration = (ClassicConfiguration) flyway.getConfiguration();
    // Flyway looks for callbacks in db/callback: those would be the host's, for its own tables.
    configuration.setCallbacks(new Callback[0]);
  }

  /**
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
    configuration.setResourceProvider(new Scripts(module.scripts()));
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

  private record Scripts(List<Script> all) implements ResourceProvider {

    @Override
    public @Nullable LoadableResource getResource(String name) {
      return null;
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
      return all.stream()
          .filter(s -> s.name().startsWith(prefix))
          .filter(s -> Arrays.stream(suffixes).anyMatch(s.name()::endsWith))
          .<LoadableResource>map(Resource::new)
          .toList();
    }
  }

  private static final class Resource extends LoadableResource {

    private final Script script;

    Resource(Script script) {
      this.script = script;
    }

    @Override
    public Reader read() {
      return new StringReader(script.text());
    }

    @Override
    public String getAbsolutePath() {
      return script.name();
    }

    @Override
    public String getAbsolutePathOnDisk() {
      return script.name();
    }

    @Override
    public String getFilename() {
      return script.name();
    }

    @Override
    public String getRelativePath() {
      return script.name();
    }
  }
}
