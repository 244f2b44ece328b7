package io.crmkit.benchmarks.workloads;

import io.crmkit.api.customer.Consent;
import io.crmkit.api.customer.ContactChannel;
import io.crmkit.api.customer.ContactPoint;
import io.crmkit.api.customer.Customer;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.customer.CustomerKind;
import io.crmkit.api.customer.CustomerName;
import io.crmkit.api.customer.CustomerProfile;
import io.crmkit.api.customer.PostalAddress;
import io.crmkit.api.field.CustomValues;
import io.crmkit.api.sales.opportunity.TotalsRow;
import io.crmkit.api.value.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows as the answers of the workloads, column by column. */
final class JdbcReads {

  private JdbcReads() {}

  /** A customer without its contact points, from a row of {@link JdbcSql#CUSTOMER}. */
  static Customer customer(ResultSet row) throws SQLException {
    BigDecimal revenue = row.getBigDecimal(12);
    return new Customer(
        new CustomerId(row.getObject(1, UUID.class)),
        row.getLong(2),
        CustomerKind.valueOf(row.getString(3)),
        row.getString(4),
        row.getString(5),
        new CustomerName(row.getString(6), row.getString(7), row.getString(8)),
        new CustomerProfile(
            row.getString(9),
            row.getString(10),
            number(row, 11),
            revenue == null ? null : new Money(revenue, Currency.getInstance(row.getString(13))),
            number(row, 14),
            row.getString(15),
            row.getString(16)),
        List.of(),
        Objects.requireNonNull(instant(row, 17)),
        custom(row.getString(18)));
  }

  /** No customer of the workloads has any. */
  private static CustomValues custom(@Nullable String json) {
    if (json != null) {
      throw new IllegalStateException("custom values: " + json);
    }
    return CustomValues.none();
  }

  static ContactPoint point(ResultSet row, int first) throws SQLException {
    PostalAddress address =
        new PostalAddress(
            row.getString(first + 4),
            row.getString(first + 5),
            row.getString(first + 6),
            row.getString(first + 7),
            row.getString(first + 8));
    return new ContactPoint(
        ContactChannel.valueOf(row.getString(first)),
        row.getString(first + 1),
        row.getString(first + 2),
        row.getString(first + 3),
        address.equals(PostalAddress.empty()) ? null : address,
        new Consent(
            Consent.State.valueOf(row.getString(first + 9)),
            instant(row, first + 10),
            row.getString(first + 11)));
  }

  static List<ContactPoint> points(ResultSet rows) throws SQLException {
    List<ContactPoint> points = new ArrayList<>();
    while (rows.next()) {
      points.add(point(rows, 1));
    }
    return points;
  }

  static List<TotalsRow> totals(ResultSet rows) throws SQLException {
    List<TotalsRow> totals = new ArrayList<>();
    while (rows.next()) {
      totals.add(
          new TotalsRow(
              rows.getString(1),
              Currency.getInstance(rows.getString(2)),
              rows.getLong(3),
              plain(rows.getBigDecimal(4)),
              plain(rows.getBigDecimal(5).movePointLeft(2).setScale(4, RoundingMode.DOWN))));
    }
    totals.sort(Comparator.comparing(TotalsRow::group));
    return totals;
  }

  private static BigDecimal plain(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  private static @Nullable Integer number(ResultSet row, int column) throws SQLException {
    int number = row.getInt(column);
    return row.wasNull() ? null : number;
  }

  private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
