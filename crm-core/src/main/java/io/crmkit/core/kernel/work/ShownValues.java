package io.crmkit.core.kernel.work;

import io.crmkit.api.field.CustomValues;
import io.crmkit.api.field.Field;
import io.crmkit.api.field.FieldChoice;
import io.crmkit.api.field.FieldDefinition;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Custom values for people, in one language. */
final class ShownValues {

  private final CustomValues values;
  private final Locale language;

  ShownValues(CustomValues values, Locale language) {
    this.values = values;
    this.language = language;
  }

  Map<String, Object> of(Collection<FieldDefinition> fields) {
    Map<String, Object> shown = new LinkedHashMap<>();
    Map<String, Map<String, Object>> byModule = new HashMap<>();
    for (FieldDefinition field : fields) {
      Object value = field.isActive() ? value(field) : null;
      if (value != null) {
        String module = field.origin().module();
        if (module == null) {
          shown.put(field.key(), value);
        } else {
          Map<String, Object> its = byModule.computeIfAbsent(module, m -> new LinkedHashMap<>());
          its.put(field.key().substring(module.length() + 1), value);
          shown.put(module, its);
        }
      }
    }
    return shown;
  }

  private @Nullable Object value(FieldDefinition field) {
    String key = field.key();
    return switch (field.type()) {
      case TEXT, REFERENCE -> values.texts().get(key);
      case NUMBER -> values.get(Field.number(key)).orElse(null);
      case MONEY -> values.get(Field.money(key)).orElse(null);
      case DATE -> values.get(Field.date(key)).orElse(null);
      case INSTANT -> values.get(Field.instant(key)).orElse(null);
      case YES_NO -> values.get(Field.yesNo(key)).orElse(null);
      case CHOICE -> values.get(Field.choice(key)).map(code -> label(field, code)).orElse(null);
      case CHOICES ->
          values
              .get(Field.choices(key))
              .map(all -> all.stream().map(c -> label(field, c)).collect(Collectors.joining(", ")))
              .orElse(null);
    };
  }

  private String label(FieldDefinition field, String code) {
    return field.rules().choices().stream()
        .filter(c -> c.code().equals(code))
        .findFirst()
        .map(FieldChoice::label)
        .map(label -> label.in(language, code))
        .orElse(code);
  }
}
