package io.crmkit.core.kernel.field;

import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.customer.Customer;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.customer.CustomerName;
import io.crmkit.api.customer.Customers;
import io.crmkit.api.customer.RegisterCustomer;
import io.crmkit.api.field.ChoicesField;
import io.crmkit.api.field.CustomFields;
import io.crmkit.api.field.CustomValues;
import io.crmkit.api.field.Field;
import io.crmkit.api.field.FieldChoice;
import io.crmkit.api.field.FieldDeclaration;
import io.crmkit.api.field.FieldDefinition;
import io.crmkit.api.field.FieldRules;
import io.crmkit.api.field.FieldUse;
import io.crmkit.api.field.MoneyField;
import io.crmkit.api.field.SetCustomValues;
import io.crmkit.api.field.SingleField;
import io.crmkit.testkit.TestCrm;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What tests of custom fields have in common. */
final class FieldLab {

  private FieldLab() {}

  static final SingleField<String> NOTE = Field.text("note");
  static final SingleField<BigDecimal> SCORE = Field.number("score");
  static final SingleField<LocalDate> SINCE = Field.date("since");
  static final SingleField<Instant> SEEN = Field.instant("seen");
  static final SingleField<Boolean> VIP = Field.yesNo("vip");
  static final MoneyField CREDIT = Field.money("credit");
  static final ChoicesField LANGUAGES = Field.choices("languages");
  static final SingleField<CustomerId> PARTNER =
      Field.reference("partner", CustomerId.class, CustomerId::new);

  static FieldDeclaration searched(Field<?> field) {
    return FieldDeclaration.of(Customer.class, field).withUse(FieldUse.searched());
  }

  static FieldDefinition declare(TestCrm crm, FieldDeclaration declaration) {
    return crm.get(CustomFields.class).declare(declaration);
  }

  static void declareAll(TestCrm crm) {
    List.of(NOTE, SCORE, SINCE, SEEN, VIP, CREDIT).forEach(f -> declare(crm, searched(f)));
    declare(
        crm,
        searched(LANGUAGES)
            .withRules(
                FieldRules.any()
                    .withChoices(
                        List.of(
                            FieldChoice.of("en"), FieldChoice.of("zh"), FieldChoice.of("de")))));
    declare(crm, searched(PARTNER).withTarget(Customer.class));
  }

  static Customer register(TestCrm crm, String name, CustomValues values) {
    return crm.get(Customers.class)
        .register(RegisterCustomer.organization(CustomerName.of(name)).withCustom(values));
  }

  static Customer set(TestCrm crm, Customer customer, CustomValues values) {
    return crm.get(CustomFields.class)
        .set(new SetCustomValues<>(Customer.class, customer.id(), customer.version(), values));
  }

  static List<Customer> found(TestCrm crm, Criteria<Customer> where) {
    return crm.get(Customers.class).search(Query.where(where)).items();
  }
}
