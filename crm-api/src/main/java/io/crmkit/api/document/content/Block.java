package io.crmkit.api.document.content;

/** A piece of a document that stands on lines of its own. */
public sealed interface Block
    permits Heading,
        Paragraph,
        BulletList,
        NumberedList,
        Table,
        KeyValues,
        Quotation,
        CodeBlock,
        Picture,
        PageBreak {}
