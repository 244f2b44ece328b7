package io.crmkit.core.customer.view;

import io.crmkit.api.CrmSession;
import io.crmkit.api.customer.Customer;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.customer.Customers;
import io.crmkit.api.value.Label;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Names and joined texts, as timelines and views tell them. */
final class Told {

  private static final Label SOMEBODY = new Label("somebody", "某人");

  private final Map<CustomerId, Label> names;

  private Told(Map<CustomerId, Label> names) {
    this.names = names;
  }

  /** Reads the names of these customers, as far as the caller may see them. */
  static Told of(CrmSession session, Collection<CustomerId> ids) {
    return new Told(
        session.get(Customers.class).findAll(new HashSet<>(ids)).stream()
            .collect(Collectors.toMap(Customer::id, c -> c.name().label())));
  }

  Label name(CustomerId id) {
    return names.getOrDefault(id, SOMEBODY);
  }

  /** The texts that are there, one after the other. */
  static Label joined(String separator, @Nullable Label... labels) {
    return new Label(joined(separator, Label::en, labels), joined(separator, Label::zh, labels));
  }

  /** The texts that are there as one sentence: Chinese words stand side by side. */
  static Label spoken(@Nullable Label... labels) {
    return new Label(joined(" ", Label::en, labels), joined("", Label::zh, labels));
  }

  private static String joined(
      String separator, Function<Label, String> language, @Nullable Label... labels) {
    return Stream.of(labels)
        .filter(l -> l != null && !language.apply(l).isBlank())
        .map(language)
        .collect(Collectors.joining(separator));
  }

  static @Nullable Label same(@Nullable String text) {
    return text == null ? null : Label.same(text);
  }
}
