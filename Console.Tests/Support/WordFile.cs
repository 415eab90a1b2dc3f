using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace GovAccountConsole.Tests.Support;

/// <summary>Word documents made by Microsoft's own library, so that ours does not read only what ours would write.</summary>
public static class WordFile
{
    private const string Namespaces =
        "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" "
        + "xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
        + "xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\" xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\" "
        + "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\" "
        + "xmlns:v=\"urn:schemas-microsoft-com:vml\"";

    /// <summary>A document of this body; pictures are <c>rIdPic1</c> …, the link is <c>rIdLink</c>.</summary>
    public static byte[] Of(string body, params (byte[] Bytes, string Type)[] pictures)
    {
        using var file = new MemoryStream();
        using (var document = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            main.Document = new Document($"<w:document {Namespaces}><w:body>{body}</w:body></w:document>");
            main.AddNewPart<StyleDefinitionsPart>().Styles = new Styles($"""
                <w:styles {Namespaces}>
                  <w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>
                  <w:style w:type="paragraph" w:styleId="a3"><w:name w:val="Title"/><w:basedOn w:val="a"/></w:style>
                  <w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/><w:rPr><w:b/></w:rPr></w:style>
                  <w:style w:type="paragraph" w:styleId="3"><w:name w:val="heading 3"/><w:basedOn w:val="1"/></w:style>
                  <w:style w:type="paragraph" w:styleId="toc1"><w:name w:val="toc 1"/></w:style>
                  <w:style w:type="paragraph" w:styleId="loop"><w:name w:val="loop"/><w:basedOn w:val="loop"/></w:style>
                </w:styles>
                """);
            main.AddNewPart<NumberingDefinitionsPart>().Numbering = new Numbering($"""
                <w:numbering {Namespaces}>
                  <w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
                    <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="·"/></w:lvl></w:abstractNum>
                  <w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum>
                  <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
                </w:numbering>
                """);
            main.AddNewPart<FootnotesPart>().Footnotes = new Footnotes(
                $"<w:footnotes {Namespaces}><w:footnote w:type=\"separator\" w:id=\"0\"><w:p/></w:footnote><w:footnote w:id=\"2\"><w:p><w:r><w:t>据市统计局</w:t></w:r></w:p></w:footnote></w:footnotes>");
            main.AddHyperlinkRelationship(new Uri("https://mp.weixin.qq.com/s/abc"), true, "rIdLink");
            main.AddHyperlinkRelationship(new Uri("https://shop.example.com/"), true, "rIdShop");
            main.AddExternalRelationship("http://schemas.openxmlformats.org/officeDocument/2006/relationships/image", new Uri("http://169.254.169.254/latest"), "rIdAway");
            for (var index = 0; index < pictures.Length; index++)
            {
                var part = main.AddImagePart(pictures[index].Type, $"rIdPic{index + 1}");
                using var bytes = new MemoryStream(pictures[index].Bytes);
                part.FeedData(bytes);
            }
        }

        return file.ToArray();
    }

    /// <summary>A paragraph.</summary>
    public static string P(string words, string properties = "", string run = "") =>
        $"<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t xml:space=\"preserve\">{words}</w:t></w:r></w:p>";

    /// <summary>A line of a list.</summary>
    public static string Item(string words, int list = 1, int level = 0) => P(words, $"<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr>");

    /// <summary>A picture in a paragraph.</summary>
    public static string Picture(string id, string alt = "", string hidden = "", string kind = "r:embed") =>
        $"<w:p><w:r><w:drawing><wp:inline><wp:extent cx=\"100\" cy=\"100\"/><wp:docPr id=\"1\" name=\"x\" descr=\"{alt}\"/><a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\">"
        + $"<pic:pic><pic:blipFill><a:blip {kind}=\"{id}\"/>{hidden}</pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>";

    /// <summary>A row of cells.</summary>
    public static string Row(string properties, params string[] cells) =>
        $"<w:tr><w:trPr>{properties}</w:trPr>{string.Concat(cells)}</w:tr>";

    /// <summary>A cell.</summary>
    public static string Cell(string words, string properties = "") => $"<w:tc><w:tcPr>{properties}</w:tcPr>{P(words)}</w:tc>";
}
