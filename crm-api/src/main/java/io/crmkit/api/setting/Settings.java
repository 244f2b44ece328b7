package io.crmkit.api.setting;

import io.crmkit.api.module.ProvidedBy;
import java.util.List;

/**
 * What the session's tenant has chosen. Choosing is a command: the access policy is asked about
 * {@code kernel.setting}, and the audit tells who did it. Other nodes go by it after the time that
 * {@code CrmBuilder.staleness} allows.
 */
@ProvidedBy("io.crmkit:crm-core")
public interface Settings {

  /**
   * The value that holds: what the tenant has chosen, else what the host has, else the standard.
   * Costs no statement as a rule. A choice that a newer module does not allow any more counts as
   * none.
   *
   * @throws IllegalArgumentException if no loaded module declares the setting
   */
  <T> T get(Setting<T> setting);

  /** Every setting of the modules that are on for this tenant, in the order of keys. */
  List<SettingValue> all();

  /**
   * Chooses a value for this tenant.
   *
   * @throws io.crmkit.api.error.InvalidInput if the setting does not allow it, or belongs to no
   *     module that is on for this tenant
   */
  <T> void choose(Setting<T> setting, T value);

  /**
   * Chooses a value as it was typed in.
   *
   * @throws io.crmkit.api.error.InvalidInput as above
   */
  void chooseText(String key, String text);

  /**
   * Takes this tenant's choice back; nothing happens if there is none.
   *
   * @throws io.crmkit.api.error.InvalidInput if the setting belongs to no module that is on
   */
  void reset(String key);
}
