package io.crmkit.core.kernel.work;

import io.crmkit.api.error.InvalidInput;
import io.crmkit.api.setting.ChosenSetting;
import io.crmkit.api.setting.Setting;
import io.crmkit.api.setting.SettingValue;
import io.crmkit.api.setting.Settings;
import io.crmkit.core.kernel.work.Extensions.DeclaredSetting;
import io.crmkit.core.kernel.work.KernelEntities.KernelId;
import io.crmkit.core.spi.work.Store;
import io.crmkit.core.spi.work.Tx;
import io.crmkit.core.spi.work.Work;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** What tenants choose. */
final class SettingsService implements Settings {

  private final Work work;
  private final SessionImpl session;

  @Inject
  SettingsService(Work work) {
    this.work = work;
    this.session = (SessionImpl) work.session();
  }

  /** What a repeated command is compared by. */
  private record Choosing(String key, String text) {}

  /** What a repeated command is compared by. */
  private record Resetting(String key) {}

  private Map<String, DeclaredSetting> declared() {
    return session.kernel().extensions().declared().settings();
  }

  private Map<String, String> chosen() {
    return session.kernel().settings().of(session.tenant(), session.bound());
  }

  private boolean isOn(DeclaredSetting entry) {
    return session.kernel().switches().isOn(session.tenant(), entry.module(), session.bound());
  }

  @Override
  public <T> T get(Setting<T> setting) {
    DeclaredSetting entry = declared().get(setting.key());
    if (entry == null || entry.setting().type() != setting.type()) {
      throw new IllegalArgumentException(
          "no loaded module declares the setting " + setting.key() + " with this type");
    }
    String text = chosen().get(setting.key());
    return setting.read(
        text == null || entry.setting().problemOf(text) != null ? entry.standard() : text);
  }

  @Override
  public List<SettingValue> all() {
    Map<String, String> chosen = chosen();
    Map<String, SettingValue> values = new TreeMap<>();
    declared()
        .forEach(
            (key, entry) -> {
              if (isOn(entry)) {
                values.put(
                    key,
                    new SettingValue(
                        entry.module(),
                        key,
                        entry.setting().type(),
                        entry.standard(),
                        chosen.get(key)));
              }
            });
    return List.copyOf(values.values());
  }

  @Override
  public <T> void choose(Setting<T> setting, T value) {
    chooseText(setting.key(), setting.text(value));
  }

  @Override
  public void chooseText(String key, String text) {
    String problem = active(key).setting().problemOf(text);
    if (problem != null) {
      throw new InvalidInput(key, problem);
    }
    edit(
        "setting.choose",
        new Choosing(key, text),
        key,
        (store, known) -> {
          ChosenSetting wanted = new ChosenSetting(idOf(key), 0, key, text);
          if (known.isPresent()) {
            store.save(known.get(), wanted);
          } else {
            store.insert(wanted);
          }
        });
  }

  @Override
  public void reset(String key) {
    active(key);
    edit(
        "setting.reset", new Resetting(key), key, (store, known) -> known.ifPresent(store::delete));
  }

  private DeclaredSetting active(String key) {
    DeclaredSetting entry = declared().get(key);
    if (entry == null) {
      throw new InvalidInput("key", "no loaded module declares this setting: " + key);
    }
    if (!isOn(entry)) {
      throw new InvalidInput(
          "key", "the module " + entry.module() + " is switched off for this tenant");
    }
    return entry;
  }

  private void edit(
      String command,
      Object input,
      String key,
      BiConsumer<Store<ChosenSetting>, Optional<ChosenSetting>> edit) {
    work.run(
        command,
        input,
        tx -> {
          tx.lockNames("setting", List.of(key));
          Store<ChosenSetting> store = tx.store(KernelEntities.SETTINGS);
          edit.accept(store, store.find(idOf(key)));
          changed(tx);
          return key;
        });
  }

  private void changed(Tx tx) {
    session.kernel().settings().changedIn(((Scope) tx).context(), session.tenant());
  }

  private static ChosenSetting.Id idOf(String key) {
    return new ChosenSetting.Id(KernelId.named("setting\n" + key).value());
  }
}
