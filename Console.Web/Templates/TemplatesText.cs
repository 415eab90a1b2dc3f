namespace GovAccountConsole.Web.Templates;

/// <summary>Marks the words of the pages of templates.</summary>
public sealed class TemplatesText;
