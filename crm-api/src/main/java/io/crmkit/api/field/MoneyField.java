package io.crmkit.api.field;

import io.crmkit.api.criteria.Attribute;
import io.crmkit.api.value.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A custom field that holds money. Immutable. */
public final class MoneyField extends Field<Money> {

  MoneyField(String key) {
    super(key, FieldType.MONEY);
  }

  private String amountName() {
    return key() + ".amount";
  }

  private String currencyName() {
    return key() + ".currency";
  }

  /** The amount alone, as an attribute of an entity; amounts compare only within a currency. */
  public <E> Attribute<E, BigDecimal> amountOf(Class<E> entity) {
    return Attribute.of(entity, PREFIX + amountName(), BigDecimal.class);
  }

  public <E> Attribute<E, Currency> currencyOf(Class<E> entity) {
    return Attribute.of(entity, PREFIX + currencyName(), Currency.class);
  }

  @Override
  public List<String> names() {
    return List.of(amountName(), currencyName());
  }

  @Override
  Optional<Money> read(Map<String, String> kept) {
    String amount = kept.get(amountName());
    String currency = kept.get(currencyName());
    return amount == null || currency == null
        ? Optional.empty()
        : Optional.of(new Money(new BigDecimal(amount), Currency.getInstance(currency)));
  }

  @Override
  void write(Map<String, String> kept, Money value) {
    kept.put(amountName(), FieldForm.plain(value.amount()));
    kept.put(currencyName(), value.currency().getCurrencyCode());
  }
}
