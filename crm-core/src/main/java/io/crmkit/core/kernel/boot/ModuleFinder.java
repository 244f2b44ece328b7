package io.crmkit.core.kernel.boot;

import io.crmkit.api.error.StartFailed;
import io.crmkit.api.module.ApiVersion;
import io.crmkit.api.module.CrmExtension;
import io.crmkit.core.kernel.work.KernelModule;
import io.crmkit.core.spi.module.CrmModule;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the modules, lets them register, and puts them in the order of their dependencies. */
final class ModuleFinder {

  private final List<String> faults = new ArrayList<>();

  /** Those that cannot be wired, so that their one fault is not told as many. */
  private final Set<Registration> broken = new LinkedHashSet<>();

  /**
   * The modules that can be wired, and what is wrong with them or others.
   *
   * @param registrations in the order of their dependencies
   * @param faults each with its module
   */
  record Found(List<Registration> registrations, List<String> faults) {

    /**
     * @throws StartFailed if anything is wrong
     */
    List<Registration> sound() {
      if (!faults.isEmpty()) {
        throw new StartFailed(faults);
      }
      return registrations;
    }
  }

  /** Never fails: whatever is wrong is told with the rest. */
  Found find(ClassLoader loader, List<CrmExtension> explicit) {
    Map<String, Registration> byId = new LinkedHashMap<>();
    add(byId, new KernelModule());
    var found = ServiceLoader.load(CrmModule.class, loader).stream().iterator();
    while (true) {
      try {
        if (!found.hasNext()) {
          break;
        }
        add(byId, found.next().get());
      } catch (ServiceConfigurationError e) {
        faults.add("a module could not be loaded: " + told(e));
      } catch (LinkageError e) {
        faults.add("a module could not be loaded: " + e);
      }
    }
    for (CrmExtension extension : explicit) {
      if (extension instanceof CrmModule module) {
        add(byId, module);
      } else {
        faults.add(
            extension.getClass().getName()
                + " ("
                + location(extension.getClass())
                + ") does not implement CrmModule");
      }
    }
    List<Registration> ordered = ordered(byId);
    byId.values().forEach(r -> r.faults.forEach(f -> faults.add(r.label() + ": " + f)));
    return new Found(ordered.stream().filter(r -> !broken.contains(r)).toList(), faults);
  }

  private static String told(ServiceConfigurationError e) {
    Throwable cause = e.getCause();
    return cause == null ? String.valueOf(e.getMessage()) : e.getMessage() + ": " + cause;
  }

  private void add(Map<String, Registration> byId, CrmModule module) {
    Registration registration = registration(module);
    if (registration == null) {
      return;
    }
    Registration other = byId.putIfAbsent(registration.id(), registration);
    if (other != null) {
      faults.add(registration.label() + ": its id is taken by " + other.label());
      return;
    }
    String api = registration.info.api();
    if (api != null && !ApiVersion.runs(api)) {
      faults.add(
          registration.label()
              + ": it was built for version "
              + api
              + " of the API, but this is "
              + ApiVersion.CURRENT);
      broken.add(registration);
      return;
    }
    try {
      module.register(registration);
    } catch (RuntimeException | LinkageError e) {
      faults.add(registration.label() + ": its registration failed: " + e);
      broken.add(registration);
    }
    registration.freeze();
  }

  private @Nullable Registration registration(CrmModule module) {
    String location = location(module.getClass());
    try {
      return new Registration(module, location);
    } catch (RuntimeException | LinkageError e) {
      faults.add(
          "module "
              + module.getClass().getName()
              + " ("
              + location
              + "): what it says of itself cannot be read: "
              + e);
      return null;
    }
  }

  private List<Registration> ordered(Map<String, Registration> byId) {
    Set<Registration> done = new LinkedHashSet<>();
    for (Registration registration : byId.values()) {
      visit(registration, byId, done, new LinkedHashSet<>());
    }
    return List.copyOf(done);
  }

  private void visit(
      Registration registration,
      Map<String, Registration> byId,
      Set<Registration> done,
      Set<String> path) {
    if (done.contains(registration)) {
      return;
    }
    if (!path.add(registration.id())) {
      faults.add(
          registration.label()
              + ": requires itself: "
              + String.join(" -> ", path)
              + " -> "
              + registration.id());
      return;
    }
    for (String required : registration.info.requires()) {
      Registration other = byId.get(required);
      if (other == null) {
        faults.add(
            registration.label() + ": requires the module " + required + ", which is missing");
        broken.add(registration);
      } else {
        visit(other, byId, done, path);
      }
    }
    for (String earlier : registration.info.after()) {
      Registration other = byId.get(earlier);
      if (other != null && !path.contains(earlier)) {
        visit(other, byId, done, path);
      }
    }
    path.remove(registration.id());
    done.add(registration);
  }

  private static String location(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    if (source == null || source.getLocation() == null) {
      return "unknown location";
    }
    String path = source.getLocation().getPath();
    String trimmed = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    return trimmed.substring(trimmed.lastIndexOf('/') + 1);
  }
}
