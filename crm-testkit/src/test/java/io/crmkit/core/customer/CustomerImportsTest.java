package io.crmkit.core.customer;

import static io.crmkit.testkit.CrmAssertions.assertInvalid;
import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.api.access.Access;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.customer.ContactPoint;
import io.crmkit.api.customer.Customer;
import io.crmkit.api.customer.CustomerAttributes;
import io.crmkit.api.customer.CustomerImports;
import io.crmkit.api.customer.CustomerKind;
import io.crmkit.api.customer.CustomerName;
import io.crmkit.api.customer.CustomerProfile;
import io.crmkit.api.customer.CustomerReason;
import io.crmkit.api.customer.CustomerRegistered;
import io.crmkit.api.customer.CustomerRow;
import io.crmkit.api.customer.Customers;
import io.crmkit.api.customer.ImportCustomers;
import io.crmkit.api.customer.ImportReport;
import io.crmkit.api.customer.ImportReport.Result;
import io.crmkit.api.customer.RegisterCustomer;
import io.crmkit.api.customer.relationship.HierarchyQuestion;
import io.crmkit.api.customer.relationship.RelationshipType;
import io.crmkit.api.customer.relationship.Relationships;
import io.crmkit.api.value.Money;
import io.crmkit.testkit.Fingerprint;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.Race;
import io.crmkit.testkit.TestCrm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

class CustomerImportsTest {

  private static CustomerRow row(String name) {
    return CustomerRow.organization(name, CustomerName.of(name));
  }

  private static ImportReport take(TestCrm crm, CustomerRow... rows) {
    return crm.get(CustomerImports.class).take(new ImportCustomers(List.of(rows)));
  }

  private static List<Result> results(ImportReport report) {
    return report.rows().stream().map(ImportReport.Outcome::result).toList();
  }

  private static List<CustomerReason> reasons(ImportReport report, int row) {
    return report.rows().get(row).reasons().stream().map(r -> (CustomerReason) r.code()).toList();
  }

  @OnEveryStorage
  void a_chunk_is_taken_with_everything_that_its_rows_say(TestCrm crm) {
    ImportReport report =
        take(
            crm,
            row("Acme Corporation")
                .withProfile(
                    CustomerProfile.unknown()
                        .withSector("technology")
                        .withYearEstablished(1996)
                        .withAnnualRevenue(Money.of("1100.04", "USD"))
                        .withEmployees(2_822)
                        .withOfficeLocation("United States"))
                .withContactPoints(List.of(ContactPoint.phone("+1 650 253 0000"))),
            row("Betatech").withNumber("B-1"));

    assertThat(results(report)).containsExactly(Result.ADDED, Result.ADDED);
    Customer acme = crm.get(Customers.class).byExternalId("Acme Corporation").orElseThrow();
    assertThat(acme.profile().employees()).isEqualTo(2_822);
    assertThat(acme.number()).isEqualTo("C000001");
    assertThat(acme.contactPoints().get(0).normalized()).isEqualTo("+16502530000");
    assertThat(crm.get(Customers.class).byNumber("B-1")).isPresent();
    assertThat(crm.events(CustomerRegistered.class)).hasSize(2);
  }

  @OnEveryStorage
  void the_same_chunk_again_changes_nothing(TestCrm crm) {
    CustomerRow[] rows = {
      row("Parent").withContactPoints(List.of(ContactPoint.phone("+1 650 253 0000"))),
      row("Child").withParentExternalId("Parent")
    };
    take(crm, rows);
    Fingerprint before = crm.fingerprint();

    ImportReport again = take(crm, rows);

    assertThat(results(again)).containsExactly(Result.UNCHANGED, Result.UNCHANGED);
    assertThat(again.problems()).isEmpty();
    assertThat(crm.fingerprint()).isEqualTo(before);
  }

  @OnEveryStorage
  void a_known_customer_takes_what_is_new_and_keeps_what_the_row_does_not_say(TestCrm crm) {
    Customers customers = crm.get(Customers.class);
    Customer known =
        customers.register(
            RegisterCustomer.organization(CustomerName.of("Old name"))
                .withExternalId("a")
                .withProfile(CustomerProfile.unknown().withSector("retail").withEmployees(3))
                .withContactPoints(List.of(ContactPoint.email("x@y.example"))));

    ImportReport report =
        take(crm, row("a").withProfile(CustomerProfile.unknown().withEmployees(4)));

    assertThat(results(report)).containsExactly(Result.CHANGED);
    Customer after = customers.get(known.id());
    assertThat(after.name().latin()).isEqualTo("a");
    assertThat(after.profile().sector()).isEqualTo("retail");
    assertThat(after.profile().employees()).isEqualTo(4);
    assertThat(after.contactPoints()).isEqualTo(known.contactPoints());
    assertThat(after.number()).isEqualTo(known.number());
  }

  @OnEveryStorage
  void rows_that_cannot_be_taken_are_told_with_their_reasons_and_stop_no_other(TestCrm crm) {
    Customers customers = crm.get(Customers.class);
    customers.register(
        RegisterCustomer.person(CustomerName.of("Ann")).withExternalId("ann").withNumber("X"));

    ImportReport report =
        take(
            crm,
            row("good"),
            row("bad").withName(CustomerName.of(" ")).withExternalId(" "),
            row("good"),
            row("ann"),
            row("number").withNumber("X"),
            row("first").withNumber("Y"),
            row("second").withNumber("Y"));

    assertThat(results(report))
        .containsExactly(
            Result.ADDED,
            Result.REFUSED,
            Result.REFUSED,
            Result.REFUSED,
            Result.REFUSED,
            Result.ADDED,
            Result.REFUSED);
    assertThat(reasons(report, 1))
        .containsExactly(CustomerReason.ROW_INVALID, CustomerReason.ROW_INVALID);
    assertThat(report.rows().get(1).reasons().get(0).details())
        .containsEntry("field", "externalId");
    assertThat(reasons(report, 2)).containsExactly(CustomerReason.ROW_REPEATED);
    assertThat(reasons(report, 3)).containsExactly(CustomerReason.ROW_KIND_DIFFERS);
    assertThat(reasons(report, 4)).containsExactly(CustomerReason.NUMBER_TAKEN);
    assertThat(reasons(report, 6)).containsExactly(CustomerReason.NUMBER_TAKEN);
    assertThat(customers.count(Criteria.all())).isEqualTo(3);
  }

  @OnEveryStorage
  void parents_are_found_in_any_order_and_missing_ones_told(TestCrm crm) {
    ImportReport report =
        take(
            crm,
            row("Child").withParentExternalId("Parent"),
            row("Parent"),
            row("Orphan").withParentExternalId("Later"));

    assertThat(results(report)).containsExactly(Result.ADDED, Result.ADDED, Result.ADDED);
    assertThat(reasons(report, 2)).containsExactly(CustomerReason.PARENT_UNKNOWN);
    Customers customers = crm.get(Customers.class);
    Customer child = customers.byExternalId("Child").orElseThrow();
    Customer parent = customers.byExternalId("Parent").orElseThrow();
    assertThat(
            crm.get(Relationships.class)
                .hierarchy(
                    new HierarchyQuestion(
                        child.id(), RelationshipType.LEGAL_PARENT, crm.session().today()))
                .above())
        .containsExactly(parent.id());

    ImportReport later = take(crm, row("Later"), row("Orphan").withParentExternalId("Later"));

    assertThat(results(later)).containsExactly(Result.ADDED, Result.CHANGED);
    assertThat(later.problems()).isEmpty();
  }

  @OnEveryStorage
  void parents_that_cannot_be_are_told_and_the_customers_taken(TestCrm crm) {
    ImportReport report =
        take(
            crm,
            row("A").withParentExternalId("B"),
            row("B").withParentExternalId("A"),
            row("C").withParentExternalId("C"));

    assertThat(results(report)).containsExactly(Result.ADDED, Result.ADDED, Result.ADDED);
    assertThat(reasons(report, 0)).isEmpty();
    assertThat(reasons(report, 1)).containsExactly(CustomerReason.HIERARCHY_CYCLE);
    assertThat(reasons(report, 2)).containsExactly(CustomerReason.RELATED_TO_ITSELF);

    ImportReport other = take(crm, row("D"), row("A").withParentExternalId("D"));

    assertThat(reasons(other, 1)).containsExactly(CustomerReason.PARENT_EXISTS);
  }

  @OnEveryStorage
  void two_imports_of_the_same_rows_at_once_make_no_twin(TestCrm crm) {
    CustomerRow[] rows = {row("A"), row("B").withParentExternalId("A"), row("C")};

    Race<ImportReport> race = Race.of(3, i -> take(crm, rows));

    race.allWon();
    assertThat(crm.get(Customers.class).count(Criteria.all())).isEqualTo(3);
  }

  @OnEveryStorage
  void a_key_that_an_invisible_customer_has_is_taken(TestCrm crm) {
    take(crm, row("Hidden"));
    crm.policy(
        request ->
            request.entity() == Customer.class
                ? Access.only(CustomerAttributes.KIND.eq(CustomerKind.PERSON))
                : Access.allow());

    ImportReport report = take(crm, row("Hidden"));

    assertThat(reasons(report, 0)).containsExactly(CustomerReason.EXTERNAL_ID_TAKEN);
    assertThat(report.rows().get(0).customer()).isNull();
  }

  @OnEveryStorage
  void a_full_chunk_is_taken_and_a_larger_one_refused(TestCrm crm) {
    List<CustomerRow> rows = new ArrayList<>();
    for (int i = 0; i < ImportCustomers.MAX_ROWS; i++) {
      CustomerRow row = row("row " + i);
      rows.add(i == 0 ? row : row.withParentExternalId("row " + (i - 1) / 10));
    }
    CustomerRow[] full = rows.toArray(CustomerRow[]::new);

    assertThat(take(crm, full).count(Result.ADDED)).isEqualTo(ImportCustomers.MAX_ROWS);
    Collections.reverse(rows);
    assertThat(take(crm, rows.toArray(CustomerRow[]::new)).count(Result.UNCHANGED))
        .isEqualTo(ImportCustomers.MAX_ROWS);
    CustomerRow[] larger = Arrays.copyOf(full, full.length + 1);
    larger[full.length] = row("one more");
    assertInvalid(() -> take(crm, larger), "rows");
  }
}
