using System.Xml;
using System.Xml.Linq;

namespace GovAccountConsole.Infrastructure.Weixin;

/// <summary>Reads callback XML without trusting it: no DTD, no entities, no deep nesting, no more than a megabyte.</summary>
public static class CallbackXml
{
    /// <summary>Largest callback that is read.</summary>
    public const int MaxBytes = 1024 * 1024;

    private const int MaxDepth = 16;

    /// <summary>The root element, or null when this is not acceptable XML.</summary>
    public static XElement? Read(string text)
    {
        try
        {
            using (var probe = XmlReader.Create(new StringReader(text), Settings()))
            {
                while (probe.Read())
                {
                    if (probe.Depth > MaxDepth) return null;
                }
            }

            using var reader = XmlReader.Create(new StringReader(text), Settings());
            var root = XDocument.Load(reader).Root;
            return root?.Name == "xml" ? root : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    /// <summary>Text of a direct child, trimmed; null when absent.</summary>
    public static string? Text(this XElement element, string name) => element.Element(name)?.Value.Trim();

    private static XmlReaderSettings Settings() => new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = MaxBytes,
        MaxCharactersFromEntities = 1024,
    };
}
