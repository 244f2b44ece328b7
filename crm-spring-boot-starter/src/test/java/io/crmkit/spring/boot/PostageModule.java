package io.crmkit.spring.boot;

import io.crmkit.api.module.ModuleInfo;
import io.crmkit.api.module.ProvidedBy;
import io.crmkit.core.spi.module.CrmModule;
import io.crmkit.core.spi.module.ModuleRegistrar;
import jakarta.inject.Inject;

/** A module of the host with a port of its own. */
final class PostageModule implements CrmModule {

  /** What letters cost; the host knows. */
  interface Postage {
    String price();
  }

  /** The module's service. */
  @ProvidedBy("io.example:postage")
  public interface Stamps {
    String stamp();
  }

  @Override
  public ModuleInfo info() {
    return ModuleInfo.of("postage", "1", "io.example:postage");
  }

  @Override
  public void register(ModuleRegistrar registrar) {
    registrar.port(Postage.class, () -> "nobody knows");
    registrar.service(Stamps.class, PricedStamps.class);
  }

  static final class PricedStamps implements Stamps {
    private final Postage postage;

    @Inject
    PricedStamps(Postage postage) {
      this.postage = postage;
    }

    @Override
    public String stamp() {
      return postage.price();
    }
  }
}
