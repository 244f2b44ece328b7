package io.crmkit.core.kernel.field;

import static io.crmkit.core.kernel.field.FieldLab.LANGUAGES;
import static io.crmkit.core.kernel.field.FieldLab.NOTE;
import static io.crmkit.core.kernel.field.FieldLab.PARTNER;
import static io.crmkit.core.kernel.field.FieldLab.SCORE;
import static io.crmkit.core.kernel.field.FieldLab.SINCE;
import static io.crmkit.core.kernel.field.FieldLab.declare;
import static io.crmkit.core.kernel.field.FieldLab.declareAll;
import static io.crmkit.core.kernel.field.FieldLab.found;
import static io.crmkit.core.kernel.field.FieldLab.register;
import static io.crmkit.core.kernel.field.FieldLab.searched;
import static io.crmkit.core.kernel.field.FieldLab.set;
import static io.crmkit.core.kernel.field.PerksSetup.TIER;
import static io.crmkit.testkit.CrmAssertions.assertInvalid;
import static io.crmkit.testkit.CrmAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.api.customer.Customer;
import io.crmkit.api.customer.CustomerName;
import io.crmkit.api.customer.Customers;
import io.crmkit.api.customer.RegisterCustomer;
import io.crmkit.api.error.NotFound;
import io.crmkit.api.field.CustomFields;
import io.crmkit.api.field.CustomValues;
import io.crmkit.api.field.Field;
import io.crmkit.api.field.FieldChoice;
import io.crmkit.api.field.FieldDeclaration;
import io.crmkit.api.field.FieldDefinition;
import io.crmkit.api.field.FieldRules;
import io.crmkit.api.module.Modules;
import io.crmkit.core.kernel.work.KernelReason;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.TestCrm;
import io.crmkit.testkit.WithSetup;
import java.util.List;
import java.util.Set;

/** Custom fields of modules and of tenants, declared, changed and retired. */
@WithSetup(PerksSetup.class)
class FieldDefinitionsTest {

  @OnEveryStorage
  void a_field_of_a_module_is_there_for_every_tenant_with_what_it_is_by_default(TestCrm crm) {
    Customer customer = register(crm, "Riverside", CustomValues.none());

    assertThat(customer.custom().get(TIER)).contains("basic");
    assertThat(crm.get(CustomFields.class).of(Customer.class))
        .extracting(FieldDefinition::key, f -> f.origin().module())
        .containsExactly(org.assertj.core.groups.Tuple.tuple("perks.tier", "perks"));
    assertThat(found(crm, TIER.of(Customer.class).in(List.of("gold", "basic"))))
        .containsExactly(customer);
  }

  @OnEveryStorage
  void a_retired_field_keeps_its_values_and_comes_back_with_them(TestCrm crm) {
    declare(crm, searched(NOTE));
    Customer customer = register(crm, "Riverside", CustomValues.of(NOTE, "kept"));

    crm.get(CustomFields.class).retire(Customer.class, "note");

    assertInvalid(() -> set(crm, customer, customer.custom().with(NOTE, "new")), "custom.note");
    assertInvalid(() -> found(crm, NOTE.of(Customer.class).eq("kept")), "custom.note");
    Customer other = set(crm, customer, customer.custom().with(TIER, "gold"));
    assertThat(other.custom().get(NOTE)).contains("kept");
    crm.get(CustomFields.class).change(searched(NOTE));
    assertThat(found(crm, NOTE.of(Customer.class).eq("kept"))).containsExactly(other);
  }

  @OnEveryStorage
  void a_choice_that_is_taken_away_stays_where_it_is(TestCrm crm) {
    declareAll(crm);
    Customer customer = register(crm, "Riverside", CustomValues.of(LANGUAGES, Set.of("de", "en")));
    crm.get(CustomFields.class)
        .change(
            searched(LANGUAGES)
                .withRules(
                    FieldRules.any()
                        .withChoices(List.of(FieldChoice.of("en"), FieldChoice.of("zh")))));

    Customer changed = set(crm, customer, customer.custom().with(LANGUAGES, Set.of("de", "zh")));

    assertThat(changed.custom().get(LANGUAGES)).contains(Set.of("de", "zh"));
    assertInvalid(
        () -> register(crm, "New", CustomValues.of(LANGUAGES, Set.of("de"))), "custom.languages");
  }

  @OnEveryStorage
  void a_type_never_changes_and_long_texts_do_not_become_searchable(TestCrm crm) {
    declare(crm, FieldDeclaration.of(Customer.class, NOTE));
    register(crm, "Riverside", CustomValues.of(NOTE, "long ".repeat(100)));

    assertRefused(
        () -> crm.get(CustomFields.class).change(searched(Field.number("note"))),
        KernelReason.FIELD_TYPE_FIXED);
    assertRefused(
        () -> crm.get(CustomFields.class).change(searched(NOTE)),
        KernelReason.FIELD_VALUES_TOO_LONG);
    assertRefused(() -> declare(crm, searched(NOTE)), KernelReason.FIELD_KEY_TAKEN);
    assertThatThrownBy(() -> crm.get(CustomFields.class).retire(Customer.class, "perks.tier"))
        .isInstanceOf(NotFound.class);
  }

  @OnEveryStorage
  void a_field_that_was_shown_only_is_searched_with_all_that_it_holds(TestCrm crm) {
    declare(crm, FieldDeclaration.of(Customer.class, NOTE));
    Customer customer = register(crm, "Riverside", CustomValues.of(NOTE, "here"));

    crm.get(CustomFields.class).change(searched(NOTE));

    assertThat(found(crm, NOTE.of(Customer.class).eq("here"))).containsExactly(customer);
  }

  @OnEveryStorage
  void a_tenant_does_not_have_the_fields_of_another(TestCrm crm) {
    declare(crm, searched(NOTE));
    TestCrm other = crm.otherTenant();

    assertInvalid(() -> register(other, "Twin", CustomValues.of(NOTE, "x")), "custom.note");
    assertThat(other.get(CustomFields.class).of(Customer.class))
        .extracting(FieldDefinition::key)
        .containsExactly("perks.tier");
  }

  @OnEveryStorage
  void a_module_that_is_off_leaves_its_values_in_peace(TestCrm crm) {
    Customer customer = register(crm, "Riverside", CustomValues.of(TIER, "gold"));
    crm.get(Modules.class).switchOff("perks");

    assertThat(register(crm, "New", CustomValues.none()).custom()).isEqualTo(CustomValues.none());
    assertInvalid(() -> set(crm, customer, CustomValues.of(TIER, "basic")), "custom.perks.tier");
    assertThat(crm.get(Customers.class).get(customer.id()).custom().get(TIER)).contains("gold");
  }

  @OnEveryStorage
  void declarations_that_make_no_sense_are_refused_with_every_fault(TestCrm crm) {
    assertInvalid(
        () ->
            declare(
                crm,
                FieldDeclaration.of(Customer.class, Field.text("a.b"))
                    .withRules(
                        FieldRules.any()
                            .withPattern("(")
                            .withMaxLength(0)
                            .withChoices(List.of(FieldChoice.of("x"))))),
        "key",
        "rules.pattern",
        "rules.maxLength",
        "rules.choices");
    assertInvalid(
        () -> declare(crm, FieldDeclaration.of(Customer.class, Field.choice("x"))),
        "rules.choices");
    assertInvalid(
        () ->
            declare(
                crm,
                FieldDeclaration.of(Customer.class, SCORE)
                    .withRules(FieldRules.any().withAtLeast("10").withAtMost("9"))),
        "rules.atMost");
    assertInvalid(
        () ->
            declare(
                crm,
                FieldDeclaration.of(Customer.class, SINCE)
                    .withRules(FieldRules.any().withStandard("2023-02-29"))),
        "rules.standard");
    assertInvalid(() -> declare(crm, FieldDeclaration.of(String.class, NOTE)), "entity");
    assertInvalid(() -> declare(crm, FieldDeclaration.of(Customer.class, PARTNER)), "target");
  }

  @OnEveryStorage
  void a_group_that_is_undone_leaves_neither_field_nor_value(TestCrm crm) {
    assertThatThrownBy(
            () ->
                crm.session()
                    .transaction(
                        s -> {
                          s.get(CustomFields.class).declare(searched(NOTE));
                          s.get(Customers.class)
                              .register(
                                  RegisterCustomer.organization(CustomerName.of("Gone"))
                                      .withCustom(CustomValues.of(NOTE, "x")));
                          throw new IllegalStateException("on purpose");
                        }))
        .hasMessage("on purpose");

    assertThat(crm.get(CustomFields.class).of(Customer.class)).hasSize(1);
    assertInvalid(() -> register(crm, "New", CustomValues.of(NOTE, "x")), "custom.note");
  }
}
