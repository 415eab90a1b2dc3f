namespace GovAccountConsole.Simulator.Materials;

/// <summary>A permanent or temporary material of an account.</summary>
internal sealed class StoredMaterial
{
    public string MediaId { get; set; } = "";

    /// <summary>image, voice, video or thumb.</summary>
    public string Type { get; set; } = "image";
    public string Name { get; set; } = "";

    /// <summary>The picture, for images and thumbs.</summary>
    public string? ImageId { get; set; }
    public string? Title { get; set; }
    public string? Introduction { get; set; }
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>Set for temporary material, which lives three days and is not accepted in drafts.</summary>
    public DateTimeOffset? ExpiresAt { get; set; }
}
