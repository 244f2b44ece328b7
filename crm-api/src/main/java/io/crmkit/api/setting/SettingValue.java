package io.crmkit.api.setting;

import org.jspecify.annotations.Nullable;

/**
 * A setting as it is for a tenant, for screens on which it is chosen.
 *
 * @param module the id of the module that declares it
 * @param key its key
 * @param type the class of its values
 * @param standard the text that holds where the tenant has chosen nothing
 * @param chosen what the tenant has chosen, or null
 */
public record SettingValue(
    String module, String key, Class<?> type, String standard, @Nullable String chosen) {

  /** The text that holds. */
  public String text() {
    return chosen == null ? standard : chosen;
  }
}
