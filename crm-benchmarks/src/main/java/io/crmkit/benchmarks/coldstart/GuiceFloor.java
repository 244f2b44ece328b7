package io.crmkit.benchmarks.coldstart;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Inject;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.Singleton;
import com.google.inject.Stage;
import com.google.inject.name.Names;

/** The floor on memory: a Guice injector with sixty explicit bindings, all of them made. */
public final class GuiceFloor {

  private static final int BINDINGS = 60;

  private GuiceFloor() {}

  static final class Service {
    @Inject
    Service() {}
  }

  private static final class Services extends AbstractModule {
    @Override
    protected void configure() {
      binder().requireExplicitBindings();
      bind(Service.class);
      for (int i = 0; i < BINDINGS; i++) {
        bind(key(i)).to(Service.class).in(Singleton.class);
      }
    }
  }

  private static Key<Service> key(int number) {
    return Key.get(Service.class, Names.named("service-" + number));
  }

  public static void main(String[] args) {
    Injector injector = Guice.createInjector(Stage.PRODUCTION, new Services());
    for (int i = 0; i < BINDINGS; i++) {
      injector.getInstance(key(i));
    }
  }
}
