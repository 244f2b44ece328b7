package io.crmkit.testkit.assertion;

import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.field.CustomValues;
import io.crmkit.api.service.contract.ContractStatus;
import io.crmkit.api.service.contract.CoverageItem;
import io.crmkit.api.service.contract.ServiceContract;
import io.crmkit.api.service.contract.ServiceContractId;
import io.crmkit.api.service.sla.ServiceLevelId;
import io.crmkit.api.value.Money;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Assertions on a service contract. */
public final class ServiceContractAssert
    extends RecordAssert<ServiceContractAssert, ServiceContract> {

  /** For {@code CrmAssertions.assertThat}. */
  public ServiceContractAssert(@Nullable ServiceContract actual) {
    super(actual, ServiceContractAssert.class);
  }

  /** It has this status, whatever day it is. */
  public ServiceContractAssert is(ContractStatus wanted) {
    isNotNull();
    return same("status", wanted, actual.status());
  }

  /** It is active, and this day lies within its term. */
  public ServiceContractAssert isInForceOn(LocalDate day) {
    isNotNull();
    return holds(inForce(day), "to be in force on <" + day + ">", standing());
  }

  /** It is not active, or this day lies outside its term. */
  public ServiceContractAssert isNotInForceOn(LocalDate day) {
    isNotNull();
    return holds(!inForce(day), "not to be in force on <" + day + ">", standing());
  }

  /** It has this number. */
  public ServiceContractAssert hasNumber(String wanted) {
    isNotNull();
    return same("number", wanted, actual.number());
  }

  /** It is made with this customer. */
  public ServiceContractAssert belongsTo(CustomerId wanted) {
    isNotNull();
    return same("customer", wanted, actual.customer());
  }

  /** This is the price of the whole term. */
  public ServiceContractAssert costs(Money wanted) {
    isNotNull();
    return same("price", wanted, actual.terms().price());
  }

  /** This is the service level of what has none of its own. */
  public ServiceContractAssert hasLevel(ServiceLevelId wanted) {
    isNotNull();
    return same("service level", wanted, actual.terms().level());
  }

  /** This is among what it covers, as it is written there. */
  public ServiceContractAssert covers(CoverageItem wanted) {
    isNotNull();
    return holds(
        actual.coverage().contains(wanted),
        "to cover <" + wanted + ">",
        "it covers " + actual.coverage());
  }

  /** It renews this contract. */
  public ServiceContractAssert renews(ServiceContractId wanted) {
    isNotNull();
    return same("renewed contract", wanted, actual.links().predecessor());
  }

  /** It is made under this agreement. */
  public ServiceContractAssert isUnder(ServiceContractId wanted) {
    isNotNull();
    return same("parent agreement", wanted, actual.links().parent());
  }

  private boolean inForce(LocalDate day) {
    return actual.status() == ContractStatus.ACTIVE && actual.terms().contains(day);
  }

  private String standing() {
    return "it is "
        + actual.status().label().in(Locale.ENGLISH)
        + " and runs "
        + Words.days(actual.terms().start(), actual.terms().end());
  }

  @Override
  CustomValues custom() {
    return actual.custom();
  }

  @Override
  String describe() {
    return "the contract " + actual.number();
  }
}
