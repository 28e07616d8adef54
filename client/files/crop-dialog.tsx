import '@mantine/core/styles/Slider.css'
import { Modal, Slider } from '@mantine/core'
import { useEffect, useId, useState } from 'react'
import Cropper, { type Area } from 'react-easy-crop'
import 'react-easy-crop/react-easy-crop.css'
import { useTranslation } from 'react-i18next'
import css from './crop-dialog.module.css'
import { cropped } from './cropped.ts'

interface Props {
  readonly file: File
  /** Width to height of what is kept; null: that of the picture. */
  readonly aspect: number | null
  onCancel(): void
  onDone(file: File): void
}

/** Fits a picture of any shape: moved, zoomed and turned by mouse, fingers or keys. */
export default function CropDialog({ file, aspect, onCancel, onDone }: Props) {
  const { t } = useTranslation('files')
  const [at, setAt] = useState({ x: 0, y: 0 })
  const [zoom, setZoom] = useState(1)
  const [turned, setTurned] = useState(0)
  const [part, setPart] = useState<Area | null>(null)
  const [own, setOwn] = useState(4 / 3)
  const [busy, setBusy] = useState(false)
  const address = useObjectAddress(file)
  const zoomId = useId()
  const turnId = useId()

  const use = async (): Promise<void> => {
    setBusy(true)
    // A picture that this browser cannot read goes as it is: the server says what is wrong with it.
    onDone(part ? await cropped(file, turned, part).catch(() => file) : file)
  }
  return (
    <Modal
      opened
      onClose={onCancel}
      title={t('crop_title')}
      centered
      size="lg"
      closeButtonProps={{ 'aria-label': t('crop_cancel') }}
    >
      <div className={css.stage}>
        {address && (
          <Cropper
            image={address}
            crop={at}
            zoom={zoom}
            rotation={turned}
            aspect={aspect ?? own}
            minZoom={0.4}
            restrictPosition={false}
            cropperProps={{ 'aria-label': t('crop_move') }}
            onMediaLoaded={({ naturalWidth, naturalHeight }) => setOwn(naturalWidth / naturalHeight)}
            onCropChange={setAt}
            onZoomChange={setZoom}
            onRotationChange={setTurned}
            onCropComplete={(_, pixels) => setPart(pixels)}
          />
        )}
      </div>
      <div className={css.controls}>
        <span id={zoomId}>{t('crop_zoom')}</span>
        <Slider
          min={0.4}
          max={4}
          step={0.05}
          value={zoom}
          onChange={setZoom}
          label={null}
          thumbProps={{ 'aria-labelledby': zoomId }}
        />
        <span id={turnId}>{t('crop_turn')}</span>
        <Slider
          min={-180}
          max={180}
          step={1}
          value={turned}
          onChange={setTurned}
          thumbProps={{ 'aria-labelledby': turnId }}
        />
      </div>
      <div className={css.acts}>
        <button type="button" onClick={onCancel}>
          {t('crop_cancel')}
        </button>
        <button type="button" onClick={() => onDone(file)}>
          {t('crop_whole')}
        </button>
        <button type="button" className={css.use} disabled={busy} onClick={() => void use()}>
          {t('crop_use')}
        </button>
      </div>
    </Modal>
  )
}

function useObjectAddress(file: File): string | null {
  const [address, setAddress] = useState<string | null>(null)
  useEffect(() => {
    const made = URL.createObjectURL(file)
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [file])
  return address
}
