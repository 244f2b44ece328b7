package io.crmkit.verification.fields;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.api.CrmSession;
import io.crmkit.api.access.Access;
import io.crmkit.api.asset.Asset;
import io.crmkit.api.customer.ContactPoint;
import io.crmkit.api.customer.Customer;
import io.crmkit.api.error.InvalidInput;
import io.crmkit.api.module.ModuleInfo;
import io.crmkit.api.module.Modules;
import io.crmkit.api.search.Search;
import io.crmkit.api.search.SearchHit;
import io.crmkit.api.search.SearchQuestion;
import io.crmkit.api.search.SearchResult;
import io.crmkit.api.search.SearchSource;
import io.crmkit.api.service.request.RequestSubject;
import io.crmkit.core.spi.module.CrmModule;
import io.crmkit.core.spi.module.ModuleRegistrar;
import io.crmkit.testkit.CrmSetup;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.Samples;
import io.crmkit.testkit.TestCrm;
import io.crmkit.testkit.WithSetup;
import java.util.List;

/** One search over what every module holds. */
@WithSetup(SearchEverythingTest.WithBrokenSource.class)
class SearchEverythingTest {

  /** A source that breaks off when it is asked for {@code broken}. */
  static final class Brittle implements SearchSource {
    @Override
    public List<SearchHit> hits(CrmSession session, SearchQuestion question) {
      if (question.text().equals("broken")) {
        throw new IllegalStateException("no index today");
      }
      return List.of();
    }
  }

  record Brittles() implements CrmModule {
    @Override
    public ModuleInfo info() {
      return ModuleInfo.of("brittle", "1", "io.example:brittle");
    }

    @Override
    public void register(ModuleRegistrar registrar) {
      registrar.contribute(SearchSource.POINT, Brittle.class);
    }
  }

  /** All modules and one that is brittle. */
  static final class WithBrokenSource implements CrmSetup {
    @Override
    public List<CrmModule> modules() {
      return List.of(new Brittles());
    }
  }

  private static List<String> found(TestCrm crm, String text) {
    return crm.get(Search.class).find(SearchQuestion.of(text)).hits().stream()
        .map(hit -> hit.kind().en() + " " + hit.title().en())
        .toList();
  }

  @OnEveryStorage
  void each_kind_of_record_is_found_by_what_people_type(TestCrm crm) {
    Samples given = new Samples(crm.session());
    Customer acme =
        given.organization(
            "Acme Works",
            c ->
                c.withContactPoints(
                    List.of(
                        ContactPoint.phone("+49 30 1234567"),
                        ContactPoint.email("info@acme.example"))));
    given.order(acme);
    Asset unit = given.asset(acme, "SN-4711");
    given.request(RequestSubject.about(acme.id(), unit.id()));
    given.product("PX-1");
    given.lead("Borg");

    assertThat(found(crm, "acme")).containsExactly("Customer Acme Works");
    assertThat(found(crm, "030 1234567")).isEmpty();
    assertThat(found(crm, "+49 30 123 45 67")).containsExactly("Customer Acme Works");
    assertThat(found(crm, "info@acme.example")).containsExactly("Customer Acme Works");
    assertThat(found(crm, "A ser")).containsExactly("Opportunity A server");
    assertThat(found(crm, "Q-000001")).containsExactly("Quote Q-000001 / 1");
    assertThat(found(crm, "SN-47")).containsExactly("Unit Server (SN-4711)");
    assertThat(found(crm, "SR-0000"))
        .containsExactly("Service request SR-000001: It does not start");
    assertThat(found(crm, "PX")).containsExactly("Product Product PX-1");
    assertThat(found(crm, "ann@example.com")).containsExactly("Lead Ann Lee");
    assertThat(found(crm, "nothing like it")).isEmpty();
  }

  @OnEveryStorage
  void each_module_gives_as_many_as_are_wanted(TestCrm crm) {
    Samples given = new Samples(crm.session());
    for (int i = 0; i < 4; i++) {
      given.organization("Acme " + i);
    }

    assertThat(crm.get(Search.class).find(new SearchQuestion("acme", 3)).hits()).hasSize(3);
  }

  @OnEveryStorage
  void nobody_finds_what_he_may_not_see(TestCrm crm) {
    Samples given = new Samples(crm.session());
    Customer acme = given.organization("Acme");
    given.opportunity(acme);

    crm.policy(
        request -> request.entity() == Customer.class ? Access.deny("not yours") : Access.allow());

    assertThat(found(crm, "acme")).isEmpty();
    assertThat(crm.get(Search.class).find(SearchQuestion.of("acme")).missing()).isEmpty();
    assertThat(found(crm, "A server")).containsExactly("Opportunity A server");
  }

  @OnEveryStorage
  void a_module_that_fails_or_is_off_is_missing_and_no_more(TestCrm crm) {
    new Samples(crm.session()).organization("broken");

    SearchResult result = crm.get(Search.class).find(SearchQuestion.of("broken"));
    assertThat(result.hits()).hasSize(1);
    assertThat(result.missing()).containsExactly("brittle");

    crm.get(Modules.class).switchOff("brittle");
    assertThat(crm.get(Search.class).find(SearchQuestion.of("broken")).missing()).isEmpty();
  }

  @OnEveryStorage
  void a_question_without_a_text_is_malformed(TestCrm crm) {
    assertThatThrownBy(() -> SearchQuestion.of("  "))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("text");
    assertThatThrownBy(() -> new SearchQuestion("acme", 0)).hasMessageContaining("limit");
  }
}
