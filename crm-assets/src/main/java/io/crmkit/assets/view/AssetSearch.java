package io.crmkit.assets.view;

import io.crmkit.api.CrmSession;
import io.crmkit.api.asset.Asset;
import io.crmkit.api.asset.AssetAttributes;
import io.crmkit.api.asset.Assets;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.product.Product;
import io.crmkit.api.product.ProductAttributes;
import io.crmkit.api.product.Products;
import io.crmkit.api.search.SearchHit;
import io.crmkit.api.search.SearchQuestion;
import io.crmkit.api.search.SearchSource;
import io.crmkit.api.value.EntityRef;
import io.crmkit.api.value.Label;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** Units by serial number and by the numbers that anybody gave them; products by article number. */
public final class AssetSearch implements SearchSource {

  @Inject
  AssetSearch() {}

  private static final Label UNIT = new Label("Unit", "设备");
  private static final Label PRODUCT = new Label("Product", "产品");

  @Override
  public List<SearchHit> hits(CrmSession session, SearchQuestion question) {
    List<SearchHit> hits = new ArrayList<>();
    for (Asset a : session.get(Assets.class).search(units(question)).items()) {
      hits.add(new SearchHit(EntityRef.of(Assets.ENTITY, a.id()), UNIT, Label.same(a.label())));
    }
    Query<Product> products =
        Query.where(Criteria.startsWith(ProductAttributes.SKU, question.text()))
            .limit(question.limit());
    for (Product p : session.get(Products.class).search(products).items()) {
      hits.add(
          new SearchHit(EntityRef.of(Products.ENTITY, p.id()), PRODUCT, p.description().name()));
    }
    return hits;
  }

  private static Query<Asset> units(SearchQuestion question) {
    String text = question.text();
    return Query.where(
            Criteria.or(
                Criteria.startsWith(AssetAttributes.SERIAL_NUMBER, text),
                AssetAttributes.OWN_NUMBER.eq(text),
                AssetAttributes.CUSTOMERS_NUMBER.eq(text),
                AssetAttributes.REFERENCE.eq(text)))
        .limit(question.limit());
  }
}
