namespace GovAccountConsole.Domain.Posts.Checks;

/// <summary>What kind of text a passage is.</summary>
public enum PassageKind
{
    /// <summary>A field of the form: title, author, digest.</summary>
    Field,

    /// <summary>Running text.</summary>
    Text,

    /// <summary>A heading.</summary>
    Heading,

    /// <summary>A list item.</summary>
    Item,

    /// <summary>A table cell.</summary>
    Cell,

    /// <summary>Words under a picture.</summary>
    Caption,

    /// <summary>Words for who cannot see a picture.</summary>
    Alt,

    /// <summary>The name a picture's file came with, or what is written inside the file.</summary>
    PictureNote,
}

/// <summary>A stretch of text that is read in one go, with its place.</summary>
/// <param name="Field">title, author, digest, body or picture.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Paragraph">Which paragraph of the body, from 0; -1 outside the body.</param>
/// <param name="Text">The words, without markup.</param>
/// <param name="Picture">The picture it belongs to.</param>
public sealed record Passage(string Field, PassageKind Kind, int Paragraph, string Text, Guid? Picture = null)
{
    /// <summary>Whether it is running text, read sentence by sentence.</summary>
    public bool IsProse => Kind is PassageKind.Text or PassageKind.Item;
}
