using System.Xml.Linq;

namespace GovAccountConsole.Infrastructure.Text.Import;

/// <summary>Footnotes and endnotes: a number in the text, the words at the end, as on a page without a foot.</summary>
internal sealed class DocxNotes(XElement? footnotes, XElement? endnotes, DroppedParts dropped)
{
    private const int Most = 500;

    private readonly Dictionary<(string Kind, string? Id), XElement> _notes = Read(("footnoteReference", footnotes), ("endnoteReference", endnotes));
    private readonly List<XElement> _called = [];

    /// <summary>The notes called so far, in order.</summary>
    public IReadOnlyList<XElement> Called => _called;

    /// <summary>Gives the next number to a note and returns what stands in the text.</summary>
    public string Refer(XElement reference)
    {
        if (_called.Count >= Most || !_notes.TryGetValue((reference.Name.LocalName, reference.Get("id")), out var found))
        {
            return string.Empty;
        }

        dropped.Add(DroppedWhat.Footnotes);
        _called.Add(found);
        return Number(_called.Count);
    }

    /// <summary>How a note is numbered.</summary>
    public static string Number(int number) => FormattableString.Invariant($"〔{number}〕");

    // Lines that separate the notes from the text are kept as notes of a type.
    private static Dictionary<(string Kind, string? Id), XElement> Read(params (string Kind, XElement? Root)[] parts)
    {
        var notes = new Dictionary<(string, string?), XElement>();
        foreach (var (kind, root) in parts)
        {
            foreach (var note in root?.Elements() ?? [])
            {
                if (note.Get("type") is null or "normal")
                {
                    notes.TryAdd((kind, note.Get("id")), note);
                }
            }
        }

        return notes;
    }
}
