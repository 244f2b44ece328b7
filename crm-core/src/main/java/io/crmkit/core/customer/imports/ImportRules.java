package io.crmkit.core.customer.imports;

import io.crmkit.api.customer.Customer;
import io.crmkit.api.customer.CustomerProfile;
import io.crmkit.api.customer.CustomerReason;
import io.crmkit.api.customer.CustomerRow;
import io.crmkit.api.customer.RegisterCustomer;
import io.crmkit.api.customer.UpdateCustomer;
import io.crmkit.api.error.Reason;
import io.crmkit.api.field.CustomValues;
import io.crmkit.core.customer.common.Faults;
import io.crmkit.core.customer.registry.CustomerRules;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Which rows can be taken, and what each of them says. */
final class ImportRules {

  private ImportRules() {}

  static void check(Faults faults, CustomerRow row) {
    faults.required("externalId", row.externalId(), 200);
    CustomerRules.check(faults, registration(row).withExternalId(null));
    faults.line("parentExternalId", row.parentExternalId(), 200);
  }

  /** Of several rows that claim the same key or number, the first one has it. */
  static void repeated(List<ImportRow> rows) {
    Map<String, Integer> keys = new HashMap<>();
    Map<String, Integer> numbers = new HashMap<>();
    for (ImportRow row : rows) {
      Integer first = keys.putIfAbsent(row.externalId(), row.place());
      if (first != null) {
        row.against(Reason.of(CustomerReason.ROW_REPEATED).with("first", first));
      } else if (row.number() != null && numbers.putIfAbsent(row.number(), row.place()) != null) {
        row.against(Reason.of(CustomerReason.NUMBER_TAKEN).with("key", row.number()));
      }
    }
  }

  static RegisterCustomer registration(CustomerRow row) {
    return new RegisterCustomer(
        row.kind(),
        row.name(),
        row.number(),
        row.externalId(),
        row.profile(),
        row.contactPoints(),
        row.custom());
  }

  /** What a row changes of a customer that is known. */
  static UpdateCustomer change(Customer known, CustomerRow row) {
    return UpdateCustomer.of(known)
        .withName(row.name())
        .withNumber(Faults.clean(row.number()))
        .withProfile(merged(known.profile(), row.profile()))
        .withContactPoints(row.contactPoints().isEmpty() ? null : row.contactPoints());
  }

  /** The values that a known customer has afterwards. */
  static CustomValues merged(CustomValues known, CustomValues row) {
    Map<String, String> texts = new TreeMap<>(known.texts());
    texts.putAll(row.texts());
    return new CustomValues(texts);
  }

  private static CustomerProfile merged(CustomerProfile known, CustomerProfile row) {
    return new CustomerProfile(
        or(row.sector(), known.sector()),
        or(row.website(), known.website()),
        or(row.yearEstablished(), known.yearEstablished()),
        or(row.annualRevenue(), known.annualRevenue()),
        or(row.employees(), known.employees()),
        or(row.officeLocation(), known.officeLocation()),
        or(row.country(), known.country()));
  }

  private static <T> @Nullable T or(@Nullable T first, @Nullable T second) {
    return first != null ? first : second;
  }
}
