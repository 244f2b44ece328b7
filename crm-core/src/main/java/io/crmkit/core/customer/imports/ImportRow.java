package io.crmkit.core.customer.imports;

import io.crmkit.api.customer.Customer;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.customer.CustomerReason;
import io.crmkit.api.customer.CustomerRow;
import io.crmkit.api.customer.ImportReport.Outcome;
import io.crmkit.api.customer.ImportReport.Result;
import io.crmkit.api.error.InvalidInput.Fault;
import io.crmkit.api.error.Reason;
import io.crmkit.core.customer.common.Faults;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A row on its way through the import: what was found against it, what became of it. */
final class ImportRow {

  private final int place;
  private final CustomerRow row;
  private final List<Reason> reasons = new ArrayList<>();
  private Result result = Result.REFUSED;
  private @Nullable CustomerId customer;

  ImportRow(int place, CustomerRow row) {
    this.place = place;
    this.row = row;
    Faults faults = new Faults();
    ImportRules.check(faults, row);
    faults.found().forEach(this::against);
  }

  /** A value does not fit. */
  void against(Fault fault) {
    against(
        Reason.of(CustomerReason.ROW_INVALID)
            .with("field", fault.path())
            .with("problem", fault.problem()));
  }

  int place() {
    return place;
  }

  CustomerRow row() {
    return row;
  }

  String externalId() {
    return row.externalId().strip();
  }

  @Nullable String number() {
    return Faults.clean(row.number());
  }

  @Nullable String parent() {
    return Faults.clean(row.parentExternalId());
  }

  /** Something speaks against taking the row, or a part of it. */
  void against(Reason reason) {
    reasons.add(reason);
  }

  boolean isFit() {
    return reasons.isEmpty();
  }

  boolean isTaken() {
    return customer != null;
  }

  void taken(Customer saved, Result what) {
    customer = saved.id();
    result = what;
  }

  CustomerId customer() {
    return Objects.requireNonNull(customer);
  }

  /** Something about the customer changed, though its own data may not have. */
  void changed() {
    if (result == Result.UNCHANGED) {
      result = Result.CHANGED;
    }
  }

  Outcome outcome() {
    return new Outcome(place, row.externalId(), customer, result, reasons);
  }
}
