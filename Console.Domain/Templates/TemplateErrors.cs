using GovAccountConsole.Domain.Shared;

namespace GovAccountConsole.Domain.Templates;

/// <summary>Refusals about templates.</summary>
public static class TemplateErrors
{
    /// <summary>No template of this key can be used for the account.</summary>
    public static readonly Error Unknown = new("unknown-template", ErrorKind.Invalid, "templateKey");

    /// <summary>The key belongs to another template.</summary>
    public static readonly Error KeyTaken = new("template-key-taken", ErrorKind.Conflict, "key");

    /// <summary>A fact the template requires is not told.</summary>
    public static Error FieldMissing(TemplateField field) => new("template-field-missing", ErrorKind.Invalid, "articles", field.Label);
}
