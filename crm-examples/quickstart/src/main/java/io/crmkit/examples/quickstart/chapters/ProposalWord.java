package io.crmkit.examples.quickstart.chapters;

import io.crmkit.api.customer.Customer;
import io.crmkit.api.customer.Customers;
import io.crmkit.api.document.DocumentId;
import io.crmkit.api.document.Documents;
import io.crmkit.api.document.NewDocument;
import io.crmkit.api.document.StoredDocument;
import io.crmkit.api.proposal.AddNode;
import io.crmkit.api.proposal.DraftProposal;
import io.crmkit.api.proposal.NodeContent;
import io.crmkit.api.proposal.NodeHeading;
import io.crmkit.api.proposal.NodePosition;
import io.crmkit.api.proposal.Proposal;
import io.crmkit.api.proposal.ProposalNodes;
import io.crmkit.api.proposal.ProposalStep;
import io.crmkit.api.proposal.ProposalSubject;
import io.crmkit.api.proposal.ProposalTree;
import io.crmkit.api.proposal.Proposals;
import io.crmkit.api.sales.SalesEntities;
import io.crmkit.api.value.EntityRef;
import io.crmkit.api.value.Label;
import io.crmkit.examples.quickstart.story.Role;
import io.crmkit.examples.quickstart.story.Tale;
import io.crmkit.examples.quickstart.word.SamplePicture;
import io.crmkit.examples.quickstart.word.SampleWord;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Step 5: a tree of files, text, a picture and the quote becomes one Word file. */
public final class ProposalWord implements Chapter {

  @Override
  public Label title() {
    return new Label("A proposal, one Word file", "方案书：合并为一个 Word 文件");
  }

  @Override
  public List<Class<?>> needs() {
    return List.of(Proposals.class, ProposalNodes.class);
  }

  @Override
  public void tell(Tale tale) {
    tale.at(25, "10:00");
    Proposal draft = draft(tale);
    write(tale, draft);
    tree(tale, draft);
    issue(tale, draft);
  }

  private Proposal draft(Tale tale) {
    EntityRef about =
        tale.cast()
            .find(Role.OPPORTUNITY)
            .map(id -> EntityRef.of(SalesEntities.OPPORTUNITY, id))
            .orElseGet(() -> EntityRef.of(Customer.ENTITY, tale.cast().get(Role.CUSTOMER)));
    ProposalSubject subject = new ProposalSubject(tale.cast().get(Role.CUSTOMER), about);
    return tale.get(Proposals.class)
        .draft(new DraftProposal(ProposalTexts.title(tale), subject, null, null));
  }

  private void write(Tale tale, Proposal proposal) {
    byte[] cover = SampleWord.cover(ProposalTexts.cover(tale));
    add(tale, proposal, hidden(tale, "Cover", "封面"), word(tale, "cover.docx", cover));
    add(
        tale,
        proposal,
        shown(tale, "What you need", "您的需求"),
        new NodeContent.Markdown(ProposalTexts.need(tale)));
    add(
        tale,
        proposal,
        shown(tale, "The room", "机房布置"),
        new NodeContent.Picture(
            store(tale, "room.png", "image/png", SamplePicture.png()),
            tale.text("Plan of the room: table, generator, control room", "机房平面图：检查床、发生器、控制室")));
    byte[] chapter = SampleWord.chapter(ProposalTexts.chapter(tale));
    add(tale, proposal, hidden(tale, "Delivery", "交付"), word(tale, "delivery.docx", chapter));
    tale.cast()
        .find(Role.QUOTE)
        .ifPresent(
            quote ->
                add(
                    tale,
                    proposal,
                    shown(tale, "Our offer", "我们的报价"),
                    new NodeContent.CrmDocument(EntityRef.of(SalesEntities.QUOTE, quote))));
  }

  private static NodeHeading shown(Tale tale, String english, String chinese) {
    return NodeHeading.shown(tale.text(english, chinese));
  }

  private static NodeHeading hidden(Tale tale, String english, String chinese) {
    return NodeHeading.hidden(tale.text(english, chinese));
  }

  private static NodeContent word(Tale tale, String name, byte[] file) {
    return NodeContent.wordFile(store(tale, name, SampleWord.MEDIA_TYPE, file));
  }

  private static DocumentId store(Tale tale, String name, String mediaType, byte[] content) {
    return tale.get(Documents.class)
        .store(new NewDocument(name, mediaType), new ByteArrayInputStream(content))
        .id();
  }

  private static void add(Tale tale, Proposal proposal, NodeHeading heading, NodeContent content) {
    tale.get(ProposalNodes.class)
        .add(new AddNode(proposal.id(), NodePosition.lastAtTop(), heading, content));
  }

  private void tree(Tale tale, Proposal proposal) {
    tale.tell()
        .say("Proposal {0} for {1}:", "方案书 {0}，致{1}：", proposal.number(), customer(tale).name());
    for (ProposalTree.Branch branch : tale.get(ProposalNodes.class).tree(proposal.id()).inOrder()) {
      Optional<NodeContent> content =
          tale.get(ProposalNodes.class)
              .content(branch.node().id())
              .map(edition -> edition.content());
      tale.tell()
          .item(
              "{0}  {1} ({2})",
              "{0}  {1}（{2}）",
              branch.path(),
              branch.node().title(),
              content.map(ProposalWord::kind).orElse(Label.same("-")));
    }
  }

  private static Customer customer(Tale tale) {
    return tale.get(Customers.class).get(tale.cast().get(Role.CUSTOMER));
  }

  private static Label kind(NodeContent content) {
    if (content instanceof NodeContent.WordFile) {
      return new Label("Word file", "Word 文件");
    } else if (content instanceof NodeContent.Picture) {
      return new Label("picture", "图片");
    } else if (content instanceof NodeContent.CrmDocument) {
      return new Label("made by the CRM: the quote", "由 CRM 生成：报价单");
    }
    return new Label("Markdown", "Markdown");
  }

  /** One call; the file is in the CRM, and a copy beside the program's output. */
  private void issue(Tale tale, Proposal draft) {
    byte[] preview = preview(tale, draft);
    Proposal issued =
        tale.get(Proposals.class).issue(new ProposalStep(draft.id(), draft.version()));
    DocumentId id = Objects.requireNonNull(issued.issue()).documentId();
    tale.cast().play(Role.PROPOSAL, id);
    StoredDocument stored = tale.get(Documents.class).get(id);
    String name = tale.text("proposal.docx", "proposal-zh.docx");
    byte[] written = write(tale, id, tale.scene().folder().resolve(name));
    tale.tell()
        .say(
            "One call makes one Word file of it: {0}, {1} KB, kept in the CRM.",
            "一次调用合并为一个 Word 文件：{0}，{1} KB，存入 CRM。", name, (stored.size() + 512) / 1024);
    tale.tell()
        .say(
            "Merged twice: {0}.",
            "合并两次：{0}。",
            Arrays.equals(preview, written)
                ? new Label("the same bytes", "字节完全相同")
                : new Label("DIFFERENT BYTES", "字节不同"));
  }

  private static byte[] preview(Tale tale, Proposal draft) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    tale.get(Proposals.class).preview(draft.id(), bytes);
    return bytes.toByteArray();
  }

  private static byte[] write(Tale tale, DocumentId id, Path file) {
    try {
      try (OutputStream out = Files.newOutputStream(file)) {
        tale.get(Documents.class).copyTo(id, out);
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
