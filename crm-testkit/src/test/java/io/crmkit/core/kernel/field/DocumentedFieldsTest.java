package io.crmkit.core.kernel.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.api.Actor;
import io.crmkit.api.Crm;
import io.crmkit.api.CrmBuilder;
import io.crmkit.api.CrmSession;
import io.crmkit.api.TenantId;
import io.crmkit.api.access.AccessPolicy;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.customer.Customer;
import io.crmkit.api.customer.CustomerName;
import io.crmkit.api.customer.Customers;
import io.crmkit.api.customer.RegisterCustomer;
import io.crmkit.api.customer.contact.AddContact;
import io.crmkit.api.customer.contact.Contact;
import io.crmkit.api.customer.contact.Contacts;
import io.crmkit.api.error.InvalidInput;
import io.crmkit.api.field.CustomFields;
import io.crmkit.api.field.CustomValues;
import io.crmkit.api.field.Field;
import io.crmkit.api.field.FieldChoice;
import io.crmkit.api.field.FieldDeclaration;
import io.crmkit.api.field.FieldLabel;
import io.crmkit.api.field.FieldRules;
import io.crmkit.api.field.FieldUse;
import io.crmkit.api.field.MoneyField;
import io.crmkit.api.field.SetCustomValues;
import io.crmkit.api.field.SingleField;
import io.crmkit.api.module.ModuleInfo;
import io.crmkit.api.value.Money;
import io.crmkit.core.spi.module.CrmModule;
import io.crmkit.core.spi.module.ModuleRegistrar;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What docs/custom-fields.md shows. */
class DocumentedFieldsTest {

  // begin docs/custom-fields.md
  static final SingleField<String> GRADE = Field.choice("grade");
  static final SingleField<LocalDate> AUDITED = Field.date("auditedOn");
  static final MoneyField CREDIT = Field.money("credit");

  // end docs/custom-fields.md

  // begin docs/custom-fields.md
  public final class FleetModule implements CrmModule {

    static final SingleField<String> DEPOT = Field.text("fleet.depot");

    @Override
    public ModuleInfo info() {
      return ModuleInfo.of("fleet", "1.0", "com.example:fleet");
    }

    @Override
    public void register(ModuleRegistrar registrar) {
      registrar.field(
          FieldDeclaration.of(Customer.class, DEPOT)
              .withLabel(FieldLabel.of("Depot", "车库"))
              .withUse(FieldUse.searched()));
    }
  }

  // end docs/custom-fields.md

  private static CrmBuilder builder() {
    return Crm.builder(AccessPolicy.allowAll()).inMemory().delivery(CrmBuilder.Delivery.MANUAL);
  }

  @Test
  void theTasksOfThePageAreDone() {
    try (Crm crm = builder().module(new FleetModule()).open()) {
      CrmSession session = crm.session(new TenantId("acme"), Actor.of("lily"));

      // begin docs/custom-fields.md
      CustomFields fields = session.get(CustomFields.class);
      fields.declare(
          FieldDeclaration.of(Customer.class, GRADE)
              .withLabel(FieldLabel.of("Grade", "等级"))
              .withRules(
                  FieldRules.any()
                      .withStandard("B")
                      .withChoices(
                          List.of(
                              new FieldChoice("A", FieldLabel.of("Key customer", "重点客户")),
                              new FieldChoice("B", FieldLabel.of("Customer", "客户")))))
              .withUse(FieldUse.searched()));
      fields.declare(FieldDeclaration.of(Customer.class, CREDIT).withUse(FieldUse.searched()));
      fields.declare(
          FieldDeclaration.of(Contact.class, AUDITED)
              .withRules(FieldRules.any().required().withAtLeast("2020-01-01")));
      // end docs/custom-fields.md

      // begin docs/custom-fields.md
      Customer acme =
          session
              .get(Customers.class)
              .register(
                  RegisterCustomer.organization(CustomerName.of("Acme Ltd"))
                      .withCustom(CustomValues.of(CREDIT, Money.of("5000", "EUR"))));
      assertThat(acme.custom().get(GRADE)).contains("B"); // what the field has by default

      acme =
          fields.set(
              new SetCustomValues<>(
                  Customer.class, acme.id(), acme.version(), acme.custom().with(GRADE, "A")));
      // end docs/custom-fields.md

      // begin docs/custom-fields.md
      List<Customer> best =
          session
              .get(Customers.class)
              .search(
                  Query.where(GRADE.of(Customer.class).eq("A"))
                      .orderBy(CREDIT.amountOf(Customer.class).descending()))
              .items();
      // end docs/custom-fields.md
      assertThat(best).containsExactly(acme);

      Customer lily =
          session
              .get(Customers.class)
              .register(RegisterCustomer.person(CustomerName.of("Lily Chen")));
      AddContact post = AddContact.of(lily.id(), acme.id());
      assertThatThrownBy(() -> session.get(Contacts.class).add(post))
          .isInstanceOf(InvalidInput.class)
          .hasMessageContaining("custom.auditedOn: is missing");
      // begin docs/custom-fields.md
      Contact contact =
          session
              .giving(Contact.class, CustomValues.of(AUDITED, LocalDate.of(2026, 1, 31)))
              .get(Contacts.class)
              .add(post);
      // end docs/custom-fields.md
      assertThat(contact.custom().get(AUDITED)).contains(LocalDate.of(2026, 1, 31));

      // begin docs/custom-fields.md
      Map<String, Object> shown = fields.shown(Customer.class, acme.custom());
      assertThat(shown).containsEntry("grade", "Key customer");
      // end docs/custom-fields.md
    }
  }
}
