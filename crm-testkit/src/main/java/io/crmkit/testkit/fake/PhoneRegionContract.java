package io.crmkit.testkit.fake;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.api.CrmSession;
import io.crmkit.api.customer.PhoneRegion;
import io.crmkit.testkit.CrmTest;
import io.crmkit.testkit.Fingerprint;
import io.crmkit.testkit.Race;
import io.crmkit.testkit.Samples;
import io.crmkit.testkit.TestCrm;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What everyone has to keep who says in which country a tenant telephones. A host's test class
 * extends this and gives its own implementation.
 */
@CrmTest
public abstract class PhoneRegionContract {

  /** For subclasses. */
  protected PhoneRegionContract() {}

  /** The implementation, always of the same host. */
  protected abstract PhoneRegion port();

  /**
   * Lets the tenant telephone in some country. A host for which all tenants are in one country has
   * nothing to do here.
   *
   * @return the ISO 3166 code that must be answered for this tenant from now on; null if none
   */
  protected abstract @Nullable String given(TestCrm crm);

  @Test
  void the_country_of_the_tenant_is_answered(TestCrm crm, CrmSession session) {
    String country = given(crm);

    assertThat(port().of(session)).isEqualTo(country);
  }

  @Test
  void each_tenant_is_answered_with_its_own_country(TestCrm crm) {
    TestCrm other = crm.otherTenant();
    String one = given(crm);
    String another = given(other);

    assertThat(port().of(crm.session())).isEqualTo(one);
    assertThat(port().of(other.session())).isEqualTo(another);
  }

  /** Any other text would not be noticed: numbers would just not be understood. */
  @Test
  void a_country_is_answered_by_its_code_of_two_capital_letters(TestCrm crm, CrmSession session) {
    given(crm);

    Optional<String> answer = Optional.ofNullable(port().of(session));

    assertThat(answer.stream()).isSubsetOf(Locale.getISOCountries());
  }

  /** Numbers are compared in the form that they got by it, whoever wrote them. */
  @Test
  void everyone_in_the_tenant_is_answered_the_same(TestCrm crm) {
    String country = given(crm);

    assertThat(port().of(crm.session("lily", "sales"))).isEqualTo(country);
    assertThat(port().of(crm.session("crmkit", "system"))).isEqualTo(country);
  }

  @Test
  void it_can_be_asked_in_the_middle_of_a_transaction(TestCrm crm, CrmSession session) {
    String country = given(crm);

    Optional<String> answer =
        session.transaction(
            joined -> {
              new Samples(joined).organization("Acme");
              return Optional.ofNullable(port().of(joined));
            });

    assertThat(answer).isEqualTo(Optional.ofNullable(country));
  }

  @Test
  void a_question_changes_nothing(TestCrm crm, CrmSession session, Samples samples) {
    given(crm);
    samples.organization("Acme");
    Fingerprint before = crm.fingerprint();

    port().of(session);

    assertThat(crm.fingerprint()).isEqualTo(before);
  }

  @Test
  void many_threads_at_once_are_answered_the_same(TestCrm crm) {
    Optional<String> country = Optional.ofNullable(given(crm));
    PhoneRegion port = port();

    Race<Optional<String>> race =
        Race.of(8, thread -> Optional.ofNullable(port.of(crm.session("user-" + thread))));

    assertThat(race.lost()).isEmpty();
    assertThat(race.won()).hasSize(8).containsOnly(country);
  }
}
