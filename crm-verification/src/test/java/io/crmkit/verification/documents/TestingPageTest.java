package io.crmkit.verification.documents;

import static io.crmkit.testkit.CrmAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.api.sales.SalesReason;
import io.crmkit.api.sales.lead.CaptureLead;
import io.crmkit.api.sales.lead.Lead;
import io.crmkit.api.sales.lead.LeadCaptured;
import io.crmkit.api.sales.lead.LeadChannel;
import io.crmkit.api.sales.lead.LeadForm;
import io.crmkit.api.sales.lead.LeadNeedBuilder;
import io.crmkit.api.sales.lead.Leads;
import io.crmkit.api.sales.lead.ProspectBuilder;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.TestCrm;
import io.crmkit.verification.BuiltModules;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Runs the example of docs/testing.md, and holds the page to what the build asks for. */
class TestingPageTest {

  private static final Pattern FLOOR = Pattern.compile("<crmkit\\.contract\\.floor>([1-9]\\d*)<");

  private static CaptureLead form(String person) {
    return new CaptureLead(
        LeadChannel.WEB_FORM,
        "www.example.com",
        "form-1",
        null,
        new LeadForm(
            ProspectBuilder.builder().person(person).build(),
            LeadNeedBuilder.builder().topic("A press").build(),
            Map.of()),
        null);
  }

  // begin docs/testing.md
  @OnEveryStorage
  void aFormThatIsSentTwiceIsOneLead(TestCrm crm) {
    Leads leads = crm.get(Leads.class);

    Lead first = leads.capture(form("Ann"));
    Lead again = leads.capture(form("Ann"));

    assertThat(again).isEqualTo(first);
    assertThat(crm.events(LeadCaptured.class)).hasSize(1);
    assertRefused(() -> leads.capture(form("Bob")), SalesReason.LEAD_KEY_TAKEN);
  }

  // end docs/testing.md

  @Test
  void thePageTellsTheLeastNumberOfContractTestsOfEachModule() {
    String page = Pages.text("docs/testing.md");

    assertThat(BuiltModules.LIBRARIES)
        .filteredOn(module -> floor(module).isPresent())
        .hasSizeGreaterThan(3)
        .allSatisfy(
            module ->
                assertThat(page)
                    .containsPattern(
                        "\\| "
                            + module
                            + "( \\(.*\\))? \\| "
                            + floor(module).orElseThrow()
                            + " \\|"));
  }

  private static Optional<String> floor(String module) {
    Matcher floor = FLOOR.matcher(Pages.text(module + "/pom.xml"));
    return floor.find() ? Optional.of(floor.group(1)) : Optional.empty();
  }
}
