package io.crmkit.proposals.merge;

import io.crmkit.api.value.Label;
import io.crmkit.api.value.Money;
import io.crmkit.proposals.word.fields.FieldResolver;
import io.crmkit.proposals.word.fields.FieldValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Turns what {@code MergeFieldSource} gives into what the engine fills in. Moments become dates in
 * the tenant's zone, labels words in the document's language.
 */
record FieldValues(ZoneId zone, Locale language) {

  FieldResolver resolver(Map<String, Object> values) {
    return FieldResolver.of(fields(values));
  }

  private Map<String, FieldValue> fields(Map<?, ?> values) {
    Map<String, FieldValue> fields = new HashMap<>();
    values.forEach((name, value) -> fields.put(String.valueOf(name), value(value)));
    return fields;
  }

  /** Sources promise no nulls; one that breaks its promise leaves the field empty. */
  FieldValue value(@Nullable Object value) {
    if (value == null) {
      return FieldValue.absent();
    } else if (value instanceof Money money) {
      return FieldValue.money(money.amount(), money.currency().getCurrencyCode());
    } else if (value instanceof Number number) {
      return FieldValue.number(new BigDecimal(number.toString()));
    } else if (value instanceof Boolean flag) {
      return FieldValue.flag(flag);
    } else if (value instanceof LocalDate date) {
      return FieldValue.date(date);
    } else if (value instanceof Instant moment) {
      return FieldValue.date(moment.atZone(zone).toLocalDate());
    } else if (value instanceof Label label) {
      return FieldValue.text(label.in(language));
    } else if (value instanceof Map<?, ?> map) {
      return FieldValue.record(fields(map));
    } else if (value instanceof List<?> list) {
      return FieldValue.list(list.stream().map(this::value).toList());
    }
    return FieldValue.text(value.toString());
  }
}
