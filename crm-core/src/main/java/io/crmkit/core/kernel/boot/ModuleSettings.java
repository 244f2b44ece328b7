package io.crmkit.core.kernel.boot;

import io.crmkit.api.setting.Setting;
import io.crmkit.core.kernel.work.Extensions.DeclaredSetting;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The settings that modules declare, and what the host has chosen. */
final class ModuleSettings {

  private static final int MAX_KEY = 100;

  private final Map<String, HostChoice> host;
  private final List<String> faults;

  /** What the host has chosen for all tenants. */
  record HostChoice(Setting<?> setting, String text) {

    static <T> HostChoice of(Setting<T> setting, T value) {
      return new HostChoice(setting, setting.text(value));
    }
  }

  /**
   * @param host by key
   * @param faults gets what is wrong
   */
  ModuleSettings(Map<String, HostChoice> host, List<String> faults) {
    this.host = host;
    this.faults = faults;
  }

  Map<String, DeclaredSetting> of(List<Registration> registrations) {
    Map<String, DeclaredSetting> settings = new HashMap<>();
    for (Registration registration : registrations) {
      for (Setting<?> setting : registration.settings) {
        add(registration, setting, settings);
      }
    }
    for (String key : host.keySet()) {
      if (!settings.containsKey(key)) {
        faults.add("the host chooses the setting " + key + ", which no loaded module declares");
      }
    }
    return Map.copyOf(settings);
  }

  private <T> void add(
      Registration registration, Setting<T> setting, Map<String, DeclaredSetting> settings) {
    String key = setting.key();
    String label = registration.label() + ": the setting " + key;
    if (!key.startsWith(registration.id() + ".") || key.length() > MAX_KEY) {
      faults.add(
          label + " must begin with the module's id and a point and have 100 characters at most");
    }
    String standard = setting.text(setting.standard());
    String problem = setting.problemOf(standard);
    if (problem != null) {
      faults.add(label + " has a standard that it does not allow: it " + problem);
    }
    HostChoice choice = host.get(key);
    String wrong = choice == null ? null : setting.problemOf(choice.text());
    if (wrong != null) {
      faults.add(label + ": the host's choice " + wrong);
    }
    DeclaredSetting entry =
        new DeclaredSetting(registration.id(), setting, choice == null ? standard : choice.text());
    if (settings.put(key, entry) != null) {
      faults.add(label + " is declared twice");
    }
  }
}
