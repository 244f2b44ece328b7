package io.crmkit.benchmarks.workloads;

import io.crmkit.api.customer.Customer;
import io.crmkit.api.customer.CustomerName;
import io.crmkit.api.sales.opportunity.TotalsRow;
import io.crmkit.benchmarks.workloads.hibernate.CustomerRow;
import io.crmkit.benchmarks.workloads.hibernate.HibernateWork;
import io.crmkit.benchmarks.workloads.hibernate.HibernateWork.OpportunityRowValues;
import io.crmkit.benchmarks.workloads.hibernate.HibernateWork.Stage;
import io.crmkit.benchmarks.workloads.hibernate.PointRow;
import io.crmkit.core.customer.registry.SearchName;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import javax.sql.DataSource;

/** Hibernate ORM doing the same business rows: no audit, no events, no locks. */
final class HibernateLeg implements Leg {

  private final HibernateWork work;

  HibernateLeg(DataSource source, String tenant) {
    this.work = new HibernateWork(source, tenant, new Ids());
  }

  @Override
  public String name() {
    return "Hibernate ORM";
  }

  @Override
  public void register(Inputs.Registration registration) {
    CustomerName name = new CustomerName(registration.name(), null, null);
    List<PointRow> points =
        List.of(
            point("PHONE", registration.phone(), JdbcRows.normalized(registration.phone())),
            point("EMAIL", registration.email(), registration.email()));
    work.register(
        new HibernateWork.NewCustomer(
            JdbcRows.sequenceId(), registration.name(), SearchName.of(name), points));
  }

  private static PointRow point(String channel, String raw, String normalized) {
    return new PointRow(
        channel, raw, normalized, null, null, null, null, null, null, "UNKNOWN", null, null);
  }

  @Override
  public void sell(UUID customer) {
    UUID opportunity =
        work.open(
            customer,
            Filling.PIPELINE,
            stage(0),
            new OpportunityRowValues(
                JdbcRows.ACTOR, new BigDecimal(Inputs.AMOUNT), Inputs.CURRENCY));
    for (int stage = 1; stage < Inputs.STAGES.size(); stage++) {
      work.advance(opportunity, stage(stage));
    }
  }

  private static Stage stage(int n) {
    return new Stage(Inputs.STAGES.get(n), Inputs.probability(n));
  }

  @Override
  public Customer customer(UUID id) {
    CustomerRow row = work.customer(id);
    if (row == null) {
      throw new NoSuchElementException(id.toString());
    }
    return row.asCustomer();
  }

  @Override
  public List<Customer> reachedBy(String phone) {
    return work.reachedBy(JdbcRows.normalized(phone)).stream()
        .map(CustomerRow::asCustomer)
        .toList();
  }

  @Override
  public List<TotalsRow> totals() {
    return work.totals().stream()
        .map(
            t ->
                new TotalsRow(
                    t.stage(),
                    Currency.getInstance(t.currency()),
                    t.count(),
                    plain(t.amount()),
                    plain(t.percents().movePointLeft(2).setScale(4, RoundingMode.DOWN))))
        .sorted(Comparator.comparing(TotalsRow::group))
        .toList();
  }

  private static BigDecimal plain(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  @Override
  public void close() {
    work.close();
  }
}
