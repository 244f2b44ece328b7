package io.crmkit.core.kernel.boot;

import io.crmkit.api.error.StartFailed;
import io.crmkit.api.module.CrmExtension;
import io.crmkit.core.kernel.work.KernelModule;
import io.crmkit.core.spi.module.CrmModule;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;

/** Finds the modules, lets them register, and puts them in the order of their dependencies. */
final class ModuleFinder {

  private final List<String> faults = new ArrayList<>();

  /**
   * @throws StartFailed with every fault
   */
  List<Registration> find(ClassLoader loader, List<CrmExtension> explicit) {
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
        faults.add("a module could not be loaded: " + e.getMessage());
      }
    }
    for (CrmExtension extension : explicit) {
      if (extension instanceof CrmModule module) {
        add(byId, module);
      } else {
        faults.add(extension.getClass().getName() + " does not implement CrmModule");
      }
    }
    List<Registration> ordered = ordered(byId);
    byId.values().forEach(r -> r.faults.forEach(f -> faults.add(r.label() + ": " + f)));
    if (!faults.isEmpty()) {
      throw new StartFailed(faults);
    }
    return ordered;
  }

  private void add(Map<String, Registration> byId, CrmModule module) {
    Registration registration = new Registration(module, location(module.getClass()));
    Registration other = byId.putIfAbsent(registration.id(), registration);
    if (other != null) {
      faults.add(registration.label() + ": its id is taken by " + other.label());
      return;
    }
    try {
      module.register(registration);
    } catch (RuntimeException e) {
      faults.add(registration.label() + ": its registration failed: " + e);
    }
    registration.freeze();
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
      faults.add(registration.label() + ": requires itself: " + String.join(" -> ", path));
      return;
    }
    for (String required : registration.info.requires()) {
      Registration other = byId.get(required);
      if (other == null) {
        faults.add(
            registration.label() + ": requires the module " + required + ", which is missing");
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

  static Collection<String> ids(List<Registration> registrations) {
    return registrations.stream().map(Registration::id).toList();
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
