package io.crmkit.api.customer.view;

import io.crmkit.api.customer.Customer;
import io.crmkit.api.view.ViewSection;
import java.util.List;
import java.util.Optional;

/**
 * Everything about a customer at one glance.
 *
 * @param customer who
 * @param sections what each module has to say, in the order of the modules
 * @param timeline the latest of what happened
 * @param missing the ids of modules that could not answer for the sections
 */
public record CustomerView(
    Customer customer, List<ViewSection> sections, Timeline timeline, List<String> missing) {

  public CustomerView {
    sections = List.copyOf(sections);
    missing = List.copyOf(missing);
  }

  /** The section with this key. */
  public Optional<ViewSection> section(String module, String key) {
    return sections.stream()
        .filter(s -> s.module().equals(module) && s.key().equals(key))
        .findFirst();
  }
}
