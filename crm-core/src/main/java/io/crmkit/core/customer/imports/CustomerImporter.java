package io.crmkit.core.customer.imports;

import static io.crmkit.core.customer.registry.CustomerEntity.CUSTOMERS;

import io.crmkit.api.criteria.Attribute;
import io.crmkit.api.customer.Customer;
import io.crmkit.api.customer.CustomerAttributes;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.customer.CustomerReason;
import io.crmkit.api.customer.CustomerRow;
import io.crmkit.api.customer.ImportReport;
import io.crmkit.api.customer.ImportReport.Result;
import io.crmkit.api.customer.UpdateCustomer;
import io.crmkit.api.error.Reason;
import io.crmkit.api.event.CrmEvent;
import io.crmkit.api.field.CustomValues;
import io.crmkit.core.customer.registry.CustomerNumbers;
import io.crmkit.core.customer.registry.CustomerRules;
import io.crmkit.core.customer.registry.CustomerRules.RegisterFacts;
import io.crmkit.core.spi.rule.Decision;
import io.crmkit.core.spi.work.Form;
import io.crmkit.core.spi.work.ReadTx;
import io.crmkit.core.spi.work.Tx;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Takes one chunk of rows, with a number of reads that does not depend on how many they are. */
final class CustomerImporter {

  private final Tx tx;
  private final @Nullable String region;
  private final List<ImportRow> rows;
  private final Map<String, Customer> byKey = new HashMap<>();

  CustomerImporter(Tx tx, @Nullable String region, List<CustomerRow> rows) {
    this.tx = tx;
    this.region = region;
    this.rows =
        IntStream.range(0, rows.size()).mapToObj(i -> new ImportRow(i, rows.get(i))).toList();
  }

  ImportReport take() {
    // Two imports at once would not see each other's new keys.
    tx.lockNames("customer.import", List.of("customers"));
    ImportRules.repeated(rows);
    readKnown();
    readTaken();
    checkCustomValues();
    add(rows.stream().filter(r -> r.isFit() && !byKey.containsKey(r.externalId())).toList());
    for (ImportRow row : rows) {
      if (row.isFit() && !row.isTaken()) {
        change(row);
      }
    }
    new ParentImporter(tx, byKey).take(rows);
    return new ImportReport(rows.stream().map(ImportRow::outcome).toList());
  }

  private void readKnown() {
    Set<String> keys = new HashSet<>();
    for (ImportRow row : rows) {
      keys.add(row.externalId());
      if (row.parent() != null) {
        keys.add(row.parent());
      }
    }
    read(tx, CustomerAttributes.EXTERNAL_ID, keys)
        .forEach(c -> byKey.put(Objects.requireNonNull(c.externalId()), c));
  }

  /** Finds keys and numbers that others have, of whom the caller may not know. */
  private void readTaken() {
    Set<String> keys =
        rows.stream().map(ImportRow::externalId).collect(Collectors.toCollection(HashSet::new));
    keys.removeAll(byKey.keySet());
    Set<String> takenKeys =
        index(read(tx.tenantWide(), CustomerAttributes.EXTERNAL_ID, keys), Customer::externalId)
            .keySet();
    Set<String> given =
        rows.stream().map(ImportRow::number).filter(Objects::nonNull).collect(Collectors.toSet());
    Map<String, Customer> takenNumbers =
        index(read(tx.tenantWide(), CustomerAttributes.NUMBER, given), Customer::number);
    for (ImportRow row : rows) {
      if (takenKeys.contains(row.externalId())) {
        row.against(Reason.of(CustomerReason.EXTERNAL_ID_TAKEN).with("key", row.externalId()));
      }
      Customer holder = row.number() == null ? null : takenNumbers.get(row.number());
      if (holder != null && !row.externalId().equals(holder.externalId())) {
        row.against(Reason.of(CustomerReason.NUMBER_TAKEN).with("key", holder.number()));
      }
    }
  }

  /** Each row by itself: a value that does not fit keeps none of the others out. */
  private void checkCustomValues() {
    for (ImportRow row : rows) {
      Customer known = byKey.get(row.externalId());
      CustomValues before = known == null ? null : known.custom();
      CustomValues after =
          before == null ? row.row().custom() : ImportRules.merged(before, row.row().custom());
      if (!after.equals(before)) {
        tx.store(CUSTOMERS).customFaults(before, after).forEach(row::against);
      }
    }
  }

  private static List<Customer> read(
      ReadTx tx, Attribute<Customer, String> attribute, Collection<String> values) {
    return values.isEmpty()
        ? List.of()
        : tx.store(CUSTOMERS).all(attribute.in(List.copyOf(values)));
  }

  private static Map<String, Customer> index(
      List<Customer> customers, Function<Customer, @Nullable String> key) {
    Map<String, Customer> index = new HashMap<>();
    for (Customer customer : customers) {
      index.put(Objects.requireNonNull(key.apply(customer)), customer);
    }
    return index;
  }

  /** Adds the new customers, all together. */
  private void add(List<ImportRow> fresh) {
    Iterator<String> numbers = numbers(fresh);
    List<Customer> customers = new ArrayList<>();
    List<CrmEvent> events = new ArrayList<>();
    for (ImportRow row : fresh) {
      String number = row.number() != null ? row.number() : numbers.next();
      RegisterFacts facts =
          new RegisterFacts(new CustomerId(tx.newId()), number, region, tx.occurredAt());
      Decision.Accepted<Customer> accepted =
          CustomerRules.register(
                  tx.store(CUSTOMERS).given(Form.whole(ImportRules.registration(row.row()))), facts)
              .orRefuse();
      customers.add(accepted.state());
      events.addAll(accepted.events());
    }
    List<Customer> added = tx.store(CUSTOMERS).insertAll(customers);
    events.forEach(tx::publish);
    for (int i = 0; i < added.size(); i++) {
      byKey.put(fresh.get(i).externalId(), added.get(i));
      fresh.get(i).taken(added.get(i), Result.ADDED);
    }
  }

  /** As many numbers as there are new customers without one. */
  private Iterator<String> numbers(List<ImportRow> fresh) {
    Set<String> given =
        rows.stream().map(ImportRow::number).filter(Objects::nonNull).collect(Collectors.toSet());
    int needed = (int) fresh.stream().filter(r -> r.number() == null).count();
    return CustomerNumbers.next(tx, needed, given).iterator();
  }

  /** The custom fields of a row, as a form of their own. */
  private record Custom(CustomValues custom) {}

  private void change(ImportRow row) {
    Customer known = Objects.requireNonNull(byKey.get(row.externalId()));
    if (known.kind() != row.row().kind()) {
      row.against(Reason.of(CustomerReason.ROW_KIND_DIFFERS).with("kind", known.kind()));
      return;
    }
    UpdateCustomer change =
        tx.store(CUSTOMERS).given(known, Form.changes(ImportRules.change(known, row.row())));
    CustomValues custom =
        tx.store(CUSTOMERS).given(known, Form.changes(new Custom(row.row().custom()))).custom();
    Decision.Accepted<Customer> changed = CustomerRules.change(known, change, region).orRefuse();
    Customer after = changed.state().withCustom(ImportRules.merged(known.custom(), custom));
    if (after.equals(known)) {
      row.taken(known, Result.UNCHANGED);
    } else {
      row.taken(tx.store(CUSTOMERS).save(known, after), Result.CHANGED);
      changed.events().forEach(tx::publish);
    }
  }
}
