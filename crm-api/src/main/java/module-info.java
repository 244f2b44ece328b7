/** What a host compiles against: facade, domain types, commands, queries, events and ports. */
@org.jspecify.annotations.NullMarked
module io.crmkit.api {
  requires transitive java.sql;
  requires static transitive org.jspecify;
  requires static io.soabase.recordbuilder.core;
  // The annotation Generated on the builders; needed at compile time only.
  requires static java.compiler;

  exports io.crmkit.api;
  exports io.crmkit.api.access;
  exports io.crmkit.api.asset;
  exports io.crmkit.api.audit;
  exports io.crmkit.api.criteria;
  exports io.crmkit.api.customer;
  exports io.crmkit.api.customer.contact;
  exports io.crmkit.api.customer.interaction;
  exports io.crmkit.api.customer.merge;
  exports io.crmkit.api.customer.relationship;
  exports io.crmkit.api.customer.view;
  exports io.crmkit.api.document;
  exports io.crmkit.api.document.content;
  exports io.crmkit.api.entitlement;
  exports io.crmkit.api.environment;
  exports io.crmkit.api.error;
  exports io.crmkit.api.event;
  exports io.crmkit.api.extension;
  exports io.crmkit.api.feed;
  exports io.crmkit.api.field;
  exports io.crmkit.api.module;
  exports io.crmkit.api.privacy;
  exports io.crmkit.api.product;
  exports io.crmkit.api.proposal;
  exports io.crmkit.api.relay;
  exports io.crmkit.api.sales;
  exports io.crmkit.api.sales.lead;
  exports io.crmkit.api.sales.opportunity;
  exports io.crmkit.api.sales.order;
  exports io.crmkit.api.sales.pipeline;
  exports io.crmkit.api.sales.pricing;
  exports io.crmkit.api.sales.quote;
  exports io.crmkit.api.search;
  exports io.crmkit.api.service;
  exports io.crmkit.api.service.calendar;
  exports io.crmkit.api.service.contract;
  exports io.crmkit.api.service.entitlement;
  exports io.crmkit.api.service.request;
  exports io.crmkit.api.service.sla;
  exports io.crmkit.api.setting;
  exports io.crmkit.api.site;
  exports io.crmkit.api.value;
  exports io.crmkit.api.view;

  uses io.crmkit.api.CrmBuilder.Factory;
}
