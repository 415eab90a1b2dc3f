using System.Xml;
using System.Xml.Linq;

namespace GovAccountConsole.Infrastructure.Text.Import;

/// <summary>How much XML one document may still unfold to.</summary>
internal sealed class XmlBudget(int nodes)
{
    private int _left = nodes;

    /// <summary>Whether more was wanted than was left.</summary>
    public bool IsSpent => _left < 0;

    /// <summary>Takes nodes off.</summary>
    /// <exception cref="InvalidDataException">Nothing is left.</exception>
    public void Spend(int count)
    {
        _left -= count;
        if (_left < 0)
        {
            throw new InvalidDataException("The document has more parts than are accepted.");
        }
    }
}

/// <summary>
/// Reads XML that strangers wrote: no DTD, no entities, nothing fetched, a bounded number of nodes and a bounded depth, so that what walks the
/// tree may do so by recursion.
/// </summary>
internal static class SafeXml
{
    /// <summary>Elements within elements.</summary>
    public const int DepthLimit = 160;

    private static readonly XmlReaderSettings _settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CheckCharacters = true,
        CloseInput = true,
    };

    /// <summary>The root element.</summary>
    /// <exception cref="XmlException">Not well-formed, or with a DTD.</exception>
    /// <exception cref="InvalidDataException">Too many nodes, or nested too deeply.</exception>
    public static XElement Load(Stream stream, XmlBudget budget)
    {
        using var reader = XmlReader.Create(stream, _settings);
        XElement? root = null;
        XElement? parent = null;
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    if (reader.Depth > DepthLimit)
                    {
                        throw new InvalidDataException("The document is nested too deeply.");
                    }

                    budget.Spend(1 + reader.AttributeCount);
                    var empty = reader.IsEmptyElement;
                    var element = Element(reader);
                    root ??= element;
                    parent?.Add(element);
                    parent = empty ? parent : element;
                    break;
                case XmlNodeType.EndElement:
                    parent = parent?.Parent;
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace when parent is not null:
                    budget.Spend(1);
                    parent.Add(new XText(reader.Value));
                    break;
            }
        }

        return root ?? throw new InvalidDataException("The document has an empty part.");
    }

    /// <summary>The value of an attribute by its local name: strict and transitional documents differ in namespaces only.</summary>
    public static string? Get(this XElement element, string name) => element.Attributes().FirstOrDefault(attribute => attribute.Name.LocalName == name)?.Value;

    /// <summary>The first child of a local name.</summary>
    public static XElement? Child(this XElement element, string name) => element.Elements().FirstOrDefault(child => child.Name.LocalName == name);

    /// <summary>The children of a local name.</summary>
    public static IEnumerable<XElement> Children(this XElement element, string name) => element.Elements().Where(child => child.Name.LocalName == name);

    /// <summary>The <c>val</c> of a child.</summary>
    public static string? ValueOf(this XElement element, string child) => element.Child(child)?.Get("val");

    /// <summary>An on-off property: null where it is not said.</summary>
    public static bool? Flag(this XElement? properties, string name) =>
        properties?.Child(name) is { } flag ? flag.Get("val") is not ("0" or "false" or "off" or "none") : null;

    /// <summary>A whole number, or null for anything else.</summary>
    public static int? Number(string? text) =>
        int.TryParse(text, System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;

    private static XElement Element(XmlReader reader)
    {
        var element = new XElement(XName.Get(reader.LocalName, reader.NamespaceURI));
        while (reader.MoveToNextAttribute())
        {
            if (reader.NamespaceURI != "http://www.w3.org/2000/xmlns/")
            {
                element.SetAttributeValue(XName.Get(reader.LocalName, reader.NamespaceURI), reader.Value);
            }
        }

        return element;
    }
}
