namespace GovAccountConsole.Web.Components.Shared;

/// <summary>What a <see cref="GacNote"/> is about; chooses its colour and icon.</summary>
public enum NoteKind
{
    /// <summary>Red: citizens or a rule are hurt, or an act was refused.</summary>
    Error,

    /// <summary>Amber: something waits for a person.</summary>
    Waiting,

    /// <summary>Cyan: good to know.</summary>
    Info,

    /// <summary>Green: done.</summary>
    Good,
}
