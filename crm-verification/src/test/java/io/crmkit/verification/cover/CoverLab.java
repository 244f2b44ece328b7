package io.crmkit.verification.cover;

import io.crmkit.api.asset.Asset;
import io.crmkit.api.asset.AssetId;
import io.crmkit.api.asset.AssetIdentity;
import io.crmkit.api.asset.Assets;
import io.crmkit.api.asset.RegisterAsset;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.customer.CustomerName;
import io.crmkit.api.customer.Customers;
import io.crmkit.api.customer.RegisterCustomer;
import io.crmkit.api.product.NewProduct;
import io.crmkit.api.product.Product;
import io.crmkit.api.product.ProductContent;
import io.crmkit.api.product.ProductDescription;
import io.crmkit.api.product.Products;
import io.crmkit.api.service.Priority;
import io.crmkit.api.service.calendar.BusinessCalendar;
import io.crmkit.api.service.calendar.BusinessCalendars;
import io.crmkit.api.service.calendar.DayHours;
import io.crmkit.api.service.calendar.DefineCalendar;
import io.crmkit.api.service.calendar.WeeklyHours;
import io.crmkit.api.service.contract.ContractStep;
import io.crmkit.api.service.contract.ContractTerms;
import io.crmkit.api.service.contract.CoverageItem;
import io.crmkit.api.service.contract.DraftServiceContract;
import io.crmkit.api.service.contract.ServiceContract;
import io.crmkit.api.service.contract.ServiceContracts;
import io.crmkit.api.service.entitlement.CoverageQuestion;
import io.crmkit.api.service.entitlement.EntitlementAnswer;
import io.crmkit.api.service.entitlement.Entitlements;
import io.crmkit.api.service.sla.DefineServiceLevel;
import io.crmkit.api.service.sla.ServiceLevel;
import io.crmkit.api.service.sla.ServiceLevelTerms;
import io.crmkit.api.service.sla.ServiceLevels;
import io.crmkit.api.value.Label;
import io.crmkit.testkit.TestCrm;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** Machines, and contracts that cover them. */
final class CoverLab {

  private CoverLab() {}

  static CustomerId customer(TestCrm crm, String name) {
    return crm.get(Customers.class)
        .register(RegisterCustomer.organization(CustomerName.of(name)))
        .id();
  }

  static Asset machine(TestCrm crm, CustomerId customer) {
    return crm.get(Assets.class)
        .register(RegisterAsset.ofOurs(customer, AssetIdentity.ofModel("M", "Press")));
  }

  static ServiceContract active(
      TestCrm crm, ServiceLevel level, CustomerId customer, CoverageItem item) {
    LocalDate start = crm.session().today();
    return crm.get(ServiceContracts.class)
        .activate(
            ContractStep.of(
                crm.get(ServiceContracts.class)
                    .draft(
                        DraftServiceContract.of(
                            customer,
                            ContractTerms.of(start, start.plusYears(1), level.id()),
                            List.of(item)))));
  }

  static ServiceLevel level(TestCrm crm) {
    crm.get(BusinessCalendars.class)
        .define(
            new DefineCalendar(
                "office",
                "Office hours",
                BusinessCalendar.of(
                    ZoneOffset.UTC, WeeklyHours.workweek(DayHours.parse("09:00-17:00")))));
    ServiceLevelTerms terms =
        ServiceLevelTerms.on("office")
            .with(Priority.HIGH, Duration.ofHours(2), Duration.ofHours(8));
    return crm.get(ServiceLevels.class).define(new DefineServiceLevel("gold", "Gold", terms));
  }

  static EntitlementAnswer check(TestCrm crm, CustomerId customer, AssetId unit, LocalDate on) {
    return crm.get(Entitlements.class).check(CoverageQuestion.about(customer, unit, on));
  }

  static Product product(TestCrm crm) {
    return crm.get(Products.class)
        .create(
            new NewProduct(
                "PUMP", ProductContent.of(ProductDescription.goods(new Label("Pump", "泵")))));
  }
}
