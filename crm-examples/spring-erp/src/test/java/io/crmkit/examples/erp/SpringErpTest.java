package io.crmkit.examples.erp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.api.error.Refused;
import io.crmkit.api.sales.opportunity.Deal;
import io.crmkit.api.sales.opportunity.Opportunities;
import io.crmkit.api.sales.opportunity.Opportunity;
import io.crmkit.api.value.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** An order of the ERP and a won deal of the CRM: both or neither. */
@SpringBootTest(properties = "spring.datasource.url=jdbc:h2:mem:SpringErpTest;DB_CLOSE_DELAY=-1")
class SpringErpTest {

  private final String item = "I-" + UUID.randomUUID();

  @Autowired private DealDesk deals;
  @Autowired private OrderDesk orders;
  @Autowired private Warehouse warehouse;
  @Autowired private Walkthrough walkthrough;

  @BeforeEach
  void stock() {
    deals.prepare();
    warehouse.receive(item, 2);
  }

  private static Deal known() {
    return Deal.unknown().withAmount(Money.of("64900", "EUR"));
  }

  private int changes(Opportunity deal) {
    return deals.session().get(Opportunities.class).history(deal.id()).size();
  }

  @Test
  void anAcceptedDealIsAnOrderAndWon() {
    Opportunity deal = deals.open("Riverside", known());

    orders.accept(deal, new OrderLine(item, 2));

    assertThat(orders.ordered(deal.id())).isTrue();
    assertThat(deals.stage(deal.id())).isEqualTo("won");
    assertThat(warehouse.inStock(item)).isZero();
  }

  @Test
  void ifTheErpFailsTheDealIsNotWon() {
    Opportunity deal = deals.open("Riverside", known());
    int before = changes(deal);

    assertThatThrownBy(() -> orders.accept(deal, new OrderLine(item, 3)))
        .isInstanceOf(OutOfStock.class);

    assertThat(orders.ordered(deal.id())).isFalse();
    assertThat(deals.stage(deal.id())).isEqualTo("negotiation");
    assertThat(changes(deal)).isEqualTo(before);
    assertThat(warehouse.inStock(item)).isEqualTo(2);
  }

  @Test
  void ifTheCrmRefusesThereIsNoOrder() {
    Opportunity deal = deals.open("Riverside", Deal.unknown());

    assertThatThrownBy(() -> orders.accept(deal, new OrderLine(item, 1)))
        .isInstanceOf(Refused.class);

    assertThat(orders.ordered(deal.id())).isFalse();
    assertThat(deals.stage(deal.id())).isEqualTo("negotiation");
    assertThat(warehouse.inStock(item)).isEqualTo(2);
  }

  /** What failed can be done once more: nothing of it is left behind. */
  @Test
  void aDealThatFailedCanBeAcceptedLater() {
    Opportunity deal = deals.open("Riverside", known());
    assertThatThrownBy(() -> orders.accept(deal, new OrderLine(item, 3)))
        .isInstanceOf(OutOfStock.class);

    warehouse.receive(item, 1);
    orders.accept(deal, new OrderLine(item, 3));

    assertThat(orders.ordered(deal.id())).isTrue();
    assertThat(deals.stage(deal.id())).isEqualTo("won");
  }

  @Test
  void theWalkthroughTellsOfOneOrder() {
    List<String> told = new ArrayList<>();

    walkthrough.tell(told::add);

    assertThat(told)
        .filteredOn(line -> line.startsWith("  ERP:"))
        .containsExactly("  ERP: an order", "  ERP: no order", "  ERP: no order");
    assertThat(told)
        .filteredOn(line -> line.startsWith("  CRM:"))
        .containsExactly(
            "  CRM: the deal is in stage won",
            "  CRM: the deal is in stage negotiation",
            "  CRM: the deal is in stage negotiation");
    assertThat(told).anyMatch(line -> line.startsWith("  The ERP says no"));
    assertThat(told).anyMatch(line -> line.startsWith("  The CRM says no"));
  }
}
