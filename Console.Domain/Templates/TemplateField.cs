namespace GovAccountConsole.Domain.Templates;

/// <summary>What a field of a template is about; decides how it is asked for and when it counts as filled.</summary>
public enum FieldKind
{
    /// <summary>Any words.</summary>
    Text,

    /// <summary>A day or a time, in words citizens use (6月3日 9:00 到 15:00).</summary>
    When,

    /// <summary>A telephone number to ask.</summary>
    Phone,

    /// <summary>A place or an area.</summary>
    Place,

    /// <summary>A web address.</summary>
    Link,
}

/// <summary>要素: one fact a kind of text must tell, written in its text as 〔label〕 until it is known.</summary>
/// <param name="Key">Stable name within the template.</param>
/// <param name="Label">The word people read, also the beginning of its line: 停水时间.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="Required">Whether a text without it is not submitted.</param>
public sealed record TemplateField(string Key, string Label, FieldKind Kind, bool Required)
{
    /// <summary>Longest label, in characters.</summary>
    public const int LabelLimit = 20;

    /// <summary>How the gap stands in a text that is not filled in yet.</summary>
    public string Blank => $"〔{Label}〕";
}

/// <summary>What a text is held to: a version of a template with its name.</summary>
/// <param name="Name">The name people read.</param>
/// <param name="Version">The version the text was begun with.</param>
public sealed record TemplateRule(string Name, TemplateVersion Version);

/// <summary>One state of a template: what a text begins with. Never changed; a change makes the next.</summary>
/// <param name="Number">1, 2, 3 …</param>
/// <param name="Title">Title with blanks.</param>
/// <param name="Digest">Digest with blanks.</param>
/// <param name="Author">Author; empty takes the account's name.</param>
/// <param name="Body">Body with blanks, plain article HTML with named boxes (<c>section data-block</c>).</param>
/// <param name="Fields">The facts it asks for, in the order of the form.</param>
/// <param name="ById">Who made it; null for what came with the demo.</param>
/// <param name="At">When, UTC.</param>
public sealed record TemplateVersion(
    int Number, string Title, string Digest, string Author, string Body, IReadOnlyList<TemplateField> Fields, Guid? ById, DateTimeOffset At);
