package io.crmkit.api.product;

import io.crmkit.api.criteria.Page;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.module.ProvidedBy;
import java.util.List;
import java.util.Optional;

/**
 * The catalogue. Everyone in the tenant may read it; who may change it is the access policy's say.
 *
 * <pre>{@code
 * Product printer = products.create(new NewProduct("LP-400",
 *     ProductContent.of(ProductDescription.goods(new Label("Label printer", "标签打印机")))
 *         .withListPrice(Money.of(900, "EUR"))
 *         .withWarranties(List.of(WarrantyTerms.fromShipment("full", 24)))));
 * }</pre>
 */
@ProvidedBy("io.crmkit:crm-assets")
public interface Products {

  /** The stable name of the entity, for {@code EntityRef}. */
  String ENTITY = "assets.product";

  /**
   * Puts a product into the catalogue, at revision 1.
   *
   * @throws io.crmkit.api.error.InvalidInput naming every malformed field, or every value of a
   *     custom field that does not fit
   * @throws io.crmkit.api.error.Refused if the SKU is taken or the structure is impossible
   */
  Product create(NewProduct command);

  /**
   * Replaces what the catalogue says of a product. Its revision rises if what a buyer gets changes;
   * units that were sold stay as they were sold. The same content again changes nothing.
   *
   * @throws io.crmkit.api.error.NotFound if there is none
   * @throws io.crmkit.api.error.StaleVersion if it has changed since the caller read it
   * @throws io.crmkit.api.error.InvalidInput naming every malformed field
   * @throws io.crmkit.api.error.Refused if the structure is impossible
   */
  Product revise(ReviseProduct command);

  /**
   * Takes a product out of the catalogue, or puts it back.
   *
   * @throws io.crmkit.api.error.NotFound if there is none
   * @throws io.crmkit.api.error.StaleVersion if it has changed since the caller read it
   * @throws io.crmkit.api.error.Refused if products that are sold still contain it
   */
  Product changeStatus(ChangeProductStatus command);

  /**
   * Creates, changes or leaves each product, by its SKU: doing it again changes nothing. What
   * cannot be taken is reported and does not stop the rest; components must be in the catalogue
   * already.
   *
   * <p>The content of a product that is there is replaced as a whole. Of its custom fields those
   * change that the row names; the others stay, because whoever lists products elsewhere knows
   * nothing of fields that the tenant declared here.
   *
   * @throws io.crmkit.api.error.InvalidInput if there are too many at once
   */
  ProductImportReport importAll(ImportProducts command);

  /**
   * @throws io.crmkit.api.error.NotFound if there is none
   */
  Product get(ProductId id);

  /** The product with this SKU, letter for letter. */
  Optional<Product> findBySku(String sku);

  /** The products that match. */
  Page<Product> search(Query<Product> query);

  /**
   * Every revision of a product, the latest first.
   *
   * @throws io.crmkit.api.error.NotFound if there is no such product
   */
  List<ProductRevision> revisions(ProductId id);
}
