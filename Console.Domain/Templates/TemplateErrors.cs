using GovAccountConsole.Domain.Shared;

namespace GovAccountConsole.Domain.Templates;

/// <summary>Refusals about templates.</summary>
public static class TemplateErrors
{
    /// <summary>No template of this key can be used for the account.</summary>
    public static readonly Error Unknown = new("unknown-template", ErrorKind.Invalid, "templateKey");

    /// <summary>The key belongs to another template.</summary>
    public static readonly Error KeyTaken = new("template-key-taken", ErrorKind.Conflict, "key");

    /// <summary>The key is not lower-case letters, digits and hyphens.</summary>
    public static readonly Error BadKey = new("template-key-form", ErrorKind.Invalid, "key", PostTemplate.KeyLimit);

    /// <summary>It is out of use already.</summary>
    public static readonly Error Retired = new("template-retired", ErrorKind.Conflict);

    /// <summary>A picture belongs to an agency; a template is used by many.</summary>
    public static readonly Error NoPictures = new("template-picture", ErrorKind.Invalid, "contentHtml");

    /// <summary>More facts than anybody fills in.</summary>
    public static readonly Error TooManyFields = new("template-too-many-fields", ErrorKind.Invalid, "fields", TemplateRules.MostFields);

    /// <summary>Two facts of the same name.</summary>
    public static Error FieldTwice(string label) => new("template-field-twice", ErrorKind.Invalid, "fields", label);

    /// <summary>A fact that stands nowhere in the text.</summary>
    public static Error FieldUnplaced(string label) => new("template-field-unplaced", ErrorKind.Invalid, "fields", label);

    /// <summary>A blank of the text that is no fact of the template.</summary>
    public static Error BlankUnknown(string label) => new("template-blank-unknown", ErrorKind.Invalid, "fields", label);

    /// <summary>A fact the template requires is not told.</summary>
    public static Error FieldMissing(TemplateField field) => new("template-field-missing", ErrorKind.Invalid, "articles", field.Label);
}
