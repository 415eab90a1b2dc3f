using GovAccountConsole.Domain.Templates;
using GovAccountConsole.Infrastructure.Templates;
using GovAccountConsole.Infrastructure.Text;
using GovAccountConsole.Web.Posts;

namespace GovAccountConsole.Web.Templates;

/// <summary>A fact while somebody edits the template.</summary>
public sealed class FactEdit
{
    /// <summary>Stable name; empty while it is new.</summary>
    public string Key { get; init; } = string.Empty;

    /// <summary>The word people read.</summary>
    public string Label { get; init; } = string.Empty;

    /// <summary>What it is about.</summary>
    public FieldKind Kind { get; set; }

    /// <summary>Whether a text without it is not submitted.</summary>
    public bool Required { get; set; } = true;

    /// <summary>Whether it only came from a blank being typed and goes with it.</summary>
    public bool FromText { get; set; }
}

/// <summary>A template while somebody edits it.</summary>
public sealed class TemplateEdit
{
    private static readonly (FieldKind Kind, string[] Signs)[] _signs =
    [
        (FieldKind.Phone, ["电话", "热线"]), (FieldKind.Link, ["网址", "链接"]), (FieldKind.Place, ["地点", "地址", "范围", "哪里", "路段"]),
        (FieldKind.When, ["时间", "日期", "截止", "什么时候", "何时", "几点"]),
    ];

    private readonly List<FactEdit> _facts = [];

    /// <summary>Which one; null for a new one.</summary>
    public Guid? Id { get; init; }

    /// <summary>The concurrency version the person saw, or took over after another's change.</summary>
    public uint? Version { get; set; }

    /// <summary>The owner.</summary>
    public Guid AgencyId { get; set; }

    /// <summary>Stable name; empty lets the console choose.</summary>
    public string Key { get; set; } = string.Empty;

    /// <summary>Name.</summary>
    public string Name { get; set; } = string.Empty;

    /// <summary>What it is for.</summary>
    public string Purpose { get; set; } = string.Empty;

    /// <summary>Title, author, digest and body with their blanks.</summary>
    public ArticleEdit Text { get; } = new();

    /// <summary>The facts in order.</summary>
    public IReadOnlyList<FactEdit> Facts => _facts;

    /// <summary>Begins with a template; null begins a new one.</summary>
    public static TemplateEdit Of(PostTemplate? template)
    {
        if (template is null)
        {
            return new TemplateEdit();
        }

        var edit = new TemplateEdit { Id = template.Id, Version = template.Version, AgencyId = template.AgencyId, Key = template.Key, Name = template.Name, Purpose = template.Purpose };
        var current = template.Current;
        (edit.Text.Title, edit.Text.Digest, edit.Text.Author, edit.Text.ContentHtml) = (current.Title, current.Digest, current.Author, ArticleDress.Dress(current.Body));
        edit._facts.AddRange(current.Fields.Select(field => new FactEdit { Key = field.Key, Label = field.Label, Kind = field.Kind, Required = field.Required }));
        return edit;
    }

    /// <summary>Whether a fact stands as a blank in the text.</summary>
    public bool IsPlaced(FactEdit fact) => Blanks().Contains(fact.Label, StringComparer.Ordinal);

    /// <summary>Takes new blanks of the text in as facts, and lets those go that only came from a blank being typed.</summary>
    public void Follow()
    {
        var blanks = Blanks();
        _facts.RemoveAll(fact => fact.FromText && !blanks.Contains(fact.Label, StringComparer.Ordinal));
        foreach (var label in blanks.Where(label => !_facts.Exists(fact => fact.Label == label)))
        {
            _facts.Add(new FactEdit { Label = label, Kind = KindOf(label), FromText = true });
        }
    }

    /// <summary>Takes a fact in, to be put into the text; null where there is one of that name, or no name.</summary>
    public FactEdit? Add(string label)
    {
        label = label.Trim();
        if (label.Length == 0 || _facts.Exists(fact => fact.Label == label))
        {
            return null;
        }

        var fact = new FactEdit { Label = label, Kind = KindOf(label) };
        _facts.Add(fact);
        return fact;
    }

    /// <summary>Takes a fact out.</summary>
    public void Remove(FactEdit fact) => _facts.Remove(fact);

    /// <summary>What is wanted.</summary>
    public TemplateInput ToInput() => new(
        Name, Purpose, Text.Title, Text.Digest, Text.Author, Text.ContentHtml, [.. _facts.Select(fact => new TemplateField(fact.Key, fact.Label, fact.Kind, fact.Required))]);

    private static FieldKind KindOf(string label) => _signs.FirstOrDefault(sign => sign.Signs.Any(label.Contains)).Kind;

    private IReadOnlyList<string> Blanks() => TemplateRules.Blanks(new TemplateVersion(0, Text.Title, Text.Digest, string.Empty, Text.ContentHtml, [], null, default));
}
